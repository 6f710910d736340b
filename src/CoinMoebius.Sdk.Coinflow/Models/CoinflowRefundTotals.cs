namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The amounts of a refund, or of a quote for one.</summary>
public sealed record CoinflowRefundTotals : ApiModel
{
    /// <summary>The refunded amount, before fees.</summary>
    public CoinflowMoney? Subtotal { get; init; }

    /// <summary>The processor's fees.</summary>
    public CoinflowMoney? ProcessorFees { get; init; }

    /// <summary>The refunded amount.</summary>
    public CoinflowMoney? Total { get; init; }

    /// <summary>The rate between the currencies.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The amount that the merchant bears.</summary>
    public CoinflowMoney? Resolution { get; init; }

    /// <summary>A correction, or null.</summary>
    public CoinflowMoney? Adjustment { get; init; }
}
