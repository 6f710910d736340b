namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>An event that was handled, whose row is gone: what comes again is known for as long as the ledger.</summary>
internal sealed class TombstoneRow
{
    public required byte[] EventHash { get; init; }
}
