using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The checkout of an operation.</summary>
public sealed record MobbexOperationCheckout : ApiModel
{
    /// <summary>The id of the checkout.</summary>
    public string? Uid { get; init; }

    /// <summary>The requested currency; <c>TEST</c> in test mode.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>The requested amount in major units. Compare this with your order, not the total of the payment.</summary>
    public decimal? Total { get; init; }

    /// <summary>The merchant's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The items; or null.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexItem>))]
    public IReadOnlyList<MobbexItem>? Items { get; init; }
}
