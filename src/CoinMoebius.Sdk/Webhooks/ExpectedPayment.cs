namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A payment that was started, and whose webhook should come.</summary>
public sealed record ExpectedPayment
{
    /// <summary>Who carries it.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The account its webhooks come to; empty for the only one.</summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// The provider's handle of it, as in <see cref="Events.PaymentEvent.PaymentId"/>. For a checkout of Coin Moebius that has none yet, its
    /// transaction id: the first webhook that names the transaction tells the handle.
    /// </summary>
    public required string PaymentId { get; init; }

    /// <summary>The transaction at Coin Moebius, for its checkouts; else null.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The merchant's order reference, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The amount asked for, in major units of <see cref="Currency"/>; or null.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The upper-case currency code of <see cref="Amount"/>, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>The provider alone, so that the text may be logged.</summary>
    public override string ToString() => $"{Provider} payment expected";
}
