using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Inbox;

public sealed class RetryDelaysTests
{
    [TestCase(1, 0, 2)]
    [TestCase(1, 1, 1)]
    [TestCase(4, 0, 16)]
    [TestCase(4, 0.5, 12)]
    [TestCase(12, 0, 3600)]
    [TestCase(int.MaxValue, 0, 3600)]
    public void Pauses_double_up_to_the_longest_and_up_to_half_is_left_out(int attempt, double random, double seconds) =>
        RetryDelays.After(attempt, new(), random).TotalSeconds.Should().Be(seconds);

    [Test]
    public void The_default_attempts_take_two_and_a_half_to_five_hours_and_a_bit()
    {
        var options = new EntityFrameworkInboxOptions();
        var longest = Enumerable.Range(1, options.MaxAttempts - 1).Sum(attempt => RetryDelays.After(attempt, options, 0).TotalHours);

        longest.Should().BeInRange(5, 5.5);
    }
}
