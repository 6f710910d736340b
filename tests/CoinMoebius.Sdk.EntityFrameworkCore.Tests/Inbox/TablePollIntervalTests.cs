using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Inbox;

public sealed class TablePollIntervalTests
{
    [TestCase(0, 2, 2)]
    [TestCase(0.1, 2, 2)]
    [TestCase(0.5, 2, 10)]
    [TestCase(3, 2, 15)]
    [TestCase(3, 60, 60)]
    public void Looking_takes_a_twentieth_of_the_time_and_yet_is_not_forgotten(double took, double wished, double expected) =>
        TablePollInterval.After(TimeSpan.FromSeconds(took), TimeSpan.FromSeconds(wished)).Should().Be(TimeSpan.FromSeconds(expected));
}
