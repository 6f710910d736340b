using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Inbox;

public sealed class HostShutdownTests
{
    private readonly ManualTimeProvider _clock = new();

    [Test]
    public async Task A_service_disposed_just_before_the_stop_is_the_end()
    {
        using var stopping = new CancellationTokenSource();

        var isNear = HostShutdown.IsNearAsync(new ObjectDisposedException("IServiceProvider"), _clock, stopping.Token);
        isNear.IsCompleted.Should().BeFalse();
        await stopping.CancelAsync();

        (await isNear).Should().BeTrue();
    }

    [Test]
    public async Task A_disposed_service_that_no_stop_follows_is_a_fault()
    {
        var isNear = HostShutdown.IsNearAsync(new ObjectDisposedException("DbDataSource"), _clock, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await isNear).Should().BeFalse();
    }

    [Test]
    public async Task Any_other_fault_is_one_at_once() =>
        (await HostShutdown.IsNearAsync(new InvalidOperationException(), _clock, CancellationToken.None)).Should().BeFalse();
}
