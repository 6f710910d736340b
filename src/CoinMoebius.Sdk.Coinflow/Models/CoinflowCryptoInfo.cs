namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a payment in coins.</summary>
public sealed record CoinflowCryptoInfo : ApiModel
{
    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The address to pay to.</summary>
    public string? DepositAddress { get; init; }

    /// <summary>The amount of coins.</summary>
    public decimal? TokenAmount { get; init; }

    /// <summary>The excess amount, or null.</summary>
    public decimal? OverpaymentAmount { get; init; }

    /// <summary>The payer's transaction.</summary>
    public string? OriginatingTransactionHash { get; init; }
}
