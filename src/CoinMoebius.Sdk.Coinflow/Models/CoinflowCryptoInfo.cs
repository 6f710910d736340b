namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a payment in coins.</summary>
public sealed record CoinflowCryptoInfo : ApiModel
{
    /// <summary>Where the payment stands.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The address to pay to.</summary>
    public string? DepositAddress { get; init; }

    /// <summary>How many coins.</summary>
    public decimal? TokenAmount { get; init; }

    /// <summary>How many too many came, or null.</summary>
    public decimal? OverpaymentAmount { get; init; }

    /// <summary>The payer's transaction.</summary>
    public string? OriginatingTransactionHash { get; init; }
}
