namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// An event that was handled, whose row is gone: what comes again is known for as long as the ledger. Public for Entity Framework's
/// proxies and compiled models only; it may change with any version.
/// </summary>
public class TombstoneRow
{
    /// <summary>SHA-256 over provider, account and event id, with a zero byte between them.</summary>
    public virtual required byte[] EventHash { get; init; }
}
