namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>How often the whole table is queried for pending events.</summary>
internal static class TablePollInterval
{
    private const int Part = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The wanted interval, unless the query took more than a twentieth of it: with a large backlog, or a long transaction that keeps dead
    /// index entries, queries must not take up all the time. At most 15 seconds, or the wanted interval if that is longer.
    /// </summary>
    public static TimeSpan After(TimeSpan took, TimeSpan wanted)
    {
        var affordable = took < Longest / Part ? took * Part : Longest;
        return affordable > wanted ? affordable : wanted;
    }
}
