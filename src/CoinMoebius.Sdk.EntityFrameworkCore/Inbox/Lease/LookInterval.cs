namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>How often everything that is pending is looked through.</summary>
internal static class LookInterval
{
    private const int Part = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>
    /// As often as wished, unless that took more than a twentieth of the time: where very much waits, or a long transaction keeps what is
    /// gone, it must not become all that is done. Every 15 seconds all the same.
    /// </summary>
    public static TimeSpan After(TimeSpan took, TimeSpan wished)
    {
        var bearable = took < Longest / Part ? took * Part : Longest;
        return bearable > wished ? bearable : wished;
    }
}
