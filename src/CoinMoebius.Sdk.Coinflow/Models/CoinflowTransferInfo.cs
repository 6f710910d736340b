namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a transfer that the payer makes in time: Pix, SEPA, Faster Payments, wire or Interac.</summary>
public sealed record CoinflowTransferInfo : ApiModel
{
    /// <summary>Where the payment stands.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>Until when it must be made.</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }
}
