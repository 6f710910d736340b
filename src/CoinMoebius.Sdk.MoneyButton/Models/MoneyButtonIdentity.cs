using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A user's identity. Source: github.com/moneybutton/docs, api-user-identity.</summary>
public sealed record MoneyButtonIdentity : ApiModel
{
    /// <summary>The user id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The user's name.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Name { get; init; }
}
