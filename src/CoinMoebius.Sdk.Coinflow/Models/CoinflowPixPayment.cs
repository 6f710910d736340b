namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer pays with a Pix code.</summary>
public sealed record CoinflowPixPayment : CoinflowStartedPayment
{
    /// <summary>The code, to copy or show as a QR code.</summary>
    public string? BrCode { get; init; }

    /// <summary>What the payer pays.</summary>
    public CoinflowMoney? Quote { get; init; }

    /// <summary>The deadline.</summary>
    public DateTimeOffset? Expires { get; init; }
}
