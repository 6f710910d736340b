using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The merchant's own fee, which the payer sees as a line item.</summary>
public sealed record CoinflowCustomFee : ApiModel
{
    /// <summary>The label that the payer sees.</summary>
    public string? LineItemLabel { get; init; }

    /// <summary>The amount.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCustomFeeValue>))]
    public CoinflowCustomFeeValue? Fee { get; init; }

    /// <summary>Creates a fee that does not depend on the price.</summary>
    /// <param name="label">The label that the payer sees.</param>
    /// <param name="fee">The amount.</param>
    /// <exception cref="ArgumentException">The label is empty.</exception>
    /// <exception cref="ArgumentNullException">The fee is null.</exception>
    public static CoinflowCustomFee Fixed(string label, CoinflowMoney fee)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentNullException.ThrowIfNull(fee);
        return new() { LineItemLabel = label, Fee = new() { IsFixed = true, Cents = fee.Cents, Currency = fee.CurrencyCode } };
    }

    /// <summary>Creates a fee that is a percentage of the price.</summary>
    /// <param name="label">The label that the payer sees.</param>
    /// <param name="percent">The percentage: 2.5 is 2.5 %.</param>
    /// <exception cref="ArgumentException">The label is empty.</exception>
    public static CoinflowCustomFee OfPrice(string label, decimal percent)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        return new() { LineItemLabel = label, Fee = new() { Percent = percent } };
    }
}

/// <summary>A fixed amount, or a percentage. Fields that do not apply are sent as null, as the API requires.</summary>
public sealed record CoinflowCustomFeeValue : ApiModel
{
    /// <summary>True for a fixed amount, false for a percentage.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The fixed amount in minor units, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? Cents { get; init; }

    /// <summary>The currency of the fixed amount, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Currency { get; init; }

    /// <summary>The percentage, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? Percent { get; init; }
}
