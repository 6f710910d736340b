namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a transfer that the payer must make by a deadline: Pix, SEPA, Faster Payments, wire or Interac.</summary>
public sealed record CoinflowTransferInfo : ApiModel
{
    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The deadline.</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>The reason for a failure.</summary>
    public string? Reason { get; init; }
}
