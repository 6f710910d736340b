using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Inbox;

public sealed class InboxSettingsTests
{
    [Test]
    public void A_change_that_cannot_be_used_leaves_the_options_before_it_and_is_told_once()
    {
        var monitor = new Monitor { Options = new() { MaxParallelism = 3 } };
        var log = new ListLogger<InboxSettings>();
        var settings = new InboxSettings(monitor, log);
        settings.Current.MaxParallelism.Should().Be(3);

        monitor.Options = null;
        settings.Current.MaxParallelism.Should().Be(3);
        settings.Current.MaxParallelism.Should().Be(3);
        log.Ids.Should().Equal(1316);

        monitor.Options = new() { MaxParallelism = 4 };
        settings.Current.MaxParallelism.Should().Be(4);
    }

    [Test]
    public void Options_that_never_were_usable_are_refused() =>
        new InboxSettings(new Monitor(), new ListLogger<InboxSettings>()).Invoking(settings => settings.Current).Should().Throw<OptionsValidationException>();

    private sealed class Monitor : IOptionsMonitor<EntityFrameworkInboxOptions>
    {
        public EntityFrameworkInboxOptions? Options { get; set; }

        public EntityFrameworkInboxOptions CurrentValue => Options ?? throw new OptionsValidationException("", typeof(EntityFrameworkInboxOptions), ["bad"]);

        public EntityFrameworkInboxOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<EntityFrameworkInboxOptions, string?> listener) => null;
    }
}
