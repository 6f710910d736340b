namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The sums of a refund, or of the quote for one.</summary>
public sealed record CoinflowRefundTotals : ApiModel
{
    /// <summary>What goes back, before fees.</summary>
    public CoinflowMoney? Subtotal { get; init; }

    /// <summary>The processor's fees.</summary>
    public CoinflowMoney? ProcessorFees { get; init; }

    /// <summary>What goes back.</summary>
    public CoinflowMoney? Total { get; init; }

    /// <summary>The rate between the currencies.</summary>
    public decimal? Rate { get; init; }

    /// <summary>What the merchant bears.</summary>
    public CoinflowMoney? Resolution { get; init; }

    /// <summary>A correction, or null.</summary>
    public CoinflowMoney? Adjustment { get; init; }
}
