namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a PayPal or Venmo payment.</summary>
public sealed record CoinflowAccountInfo : ApiModel
{
    /// <summary>Where the payment stands.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>True when the money was reserved only.</summary>
    public bool? AuthOnly { get; init; }

    /// <summary>True while a capture is under way.</summary>
    public bool? CapturePending { get; init; }
}
