namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a PayPal or Venmo payment.</summary>
public sealed record CoinflowAccountInfo : ApiModel
{
    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>True when the money was only authorized.</summary>
    public bool? AuthOnly { get; init; }

    /// <summary>True while a capture is under way.</summary>
    public bool? CapturePending { get; init; }
}
