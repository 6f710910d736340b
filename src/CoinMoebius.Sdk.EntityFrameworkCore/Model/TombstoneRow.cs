namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// The digest of a handled event whose row was deleted, by which the inbox recognises it when it is delivered again. Public for Entity
/// Framework's proxies and compiled models only; it may change with any version.
/// </summary>
public class TombstoneRow
{
    /// <summary>SHA-256 over provider, account and event id, with a zero byte between them.</summary>
    public virtual required byte[] EventHash { get; init; }
}
