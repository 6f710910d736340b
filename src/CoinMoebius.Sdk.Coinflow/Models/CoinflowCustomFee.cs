using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A fee of the merchant's own, shown to the payer as a line.</summary>
public sealed record CoinflowCustomFee : ApiModel
{
    /// <summary>What the payer reads.</summary>
    public string? LineItemLabel { get; init; }

    /// <summary>How much.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCustomFeeValue>))]
    public CoinflowCustomFeeValue? Fee { get; init; }

    /// <summary>A fee that does not depend on the price.</summary>
    /// <param name="label">What the payer reads.</param>
    /// <param name="fee">How much.</param>
    /// <exception cref="ArgumentException">The label is empty.</exception>
    /// <exception cref="ArgumentNullException">The fee is null.</exception>
    public static CoinflowCustomFee Fixed(string label, CoinflowMoney fee)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentNullException.ThrowIfNull(fee);
        return new() { LineItemLabel = label, Fee = new() { IsFixed = true, Cents = fee.Cents, Currency = fee.CurrencyCode } };
    }

    /// <summary>A part of the price.</summary>
    /// <param name="label">What the payer reads.</param>
    /// <param name="percent">How many percent: 2.5 is 2.5 %.</param>
    /// <exception cref="ArgumentException">The label is empty.</exception>
    public static CoinflowCustomFee OfPrice(string label, decimal percent)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        return new() { LineItemLabel = label, Fee = new() { Percent = percent } };
    }
}

/// <summary>A fixed sum, or a percentage. What does not apply is sent as null, as the API asks for.</summary>
public sealed record CoinflowCustomFeeValue : ApiModel
{
    /// <summary>True for a sum, false for a percentage.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The sum in minor units, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? Cents { get; init; }

    /// <summary>The currency of the sum, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Currency { get; init; }

    /// <summary>The percentage, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? Percent { get; init; }
}
