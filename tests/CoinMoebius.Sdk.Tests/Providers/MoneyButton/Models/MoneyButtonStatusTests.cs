using CoinMoebius.Sdk.MoneyButton;

namespace CoinMoebius.Sdk.Tests.Providers.MoneyButton.Models;

public sealed class MoneyButtonStatusTests
{
    // Rows: the status so far; columns: the one that arrives. A advances, = repeats, L late, X contradicts, ? unknown.
    [TestCase("", "A A A A A ?")]
    [TestCase("PENDING", "= A A A A ?")]
    [TestCase("RECEIVED", "L = A A A ?")]
    [TestCase("COMPLETED", "L L = X A ?")]
    [TestCase("FAILED", "L L X = A ?")]
    [TestCase("DOUBLE_SPENT", "L L X L = ?")]
    [TestCase("NEW_ONE", "? ? ? ? ? ?")]
    public void Every_pair_of_statuses_has_its_meaning(string sofar, string expected)
    {
        string[] arriving = ["PENDING", "RECEIVED", "COMPLETED", "FAILED", "DOUBLE_SPENT", "NEW_ONE"];

        var found = arriving.Select(status => new MoneyButtonStatus(sofar).Then(new(status)) switch
        {
            MoneyButtonTransition.Advances => "A",
            MoneyButtonTransition.Repeats => "=",
            MoneyButtonTransition.Late => "L",
            MoneyButtonTransition.Contradicts => "X",
            _ => "?",
        });

        string.Join(' ', found).Should().Be(expected);
    }

    [Test]
    public void Only_completed_is_paid()
    {
        string[] all = ["", "PENDING", "RECEIVED", "COMPLETED", "FAILED", "DOUBLE_SPENT", "completed", "NEW_ONE"];

        all.Where(status => new MoneyButtonStatus(status).IsPaid).Should().Equal("COMPLETED");
        all.Where(status => new MoneyButtonStatus(status).IsFinal).Should().Equal("COMPLETED", "FAILED", "DOUBLE_SPENT");
        default(MoneyButtonStatus).Should().Be(new MoneyButtonStatus(""));
    }
}
