using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A user's balance. Source: github.com/moneybutton/docs, api-user-balance.</summary>
public sealed record MoneyButtonBalance : ApiModel
{
    /// <summary>The document's id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The balance in major units of <see cref="Currency"/>, a number in the payload.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Currency { get; init; }

    /// <summary>The balance in satoshis.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? Satoshis { get; init; }
}
