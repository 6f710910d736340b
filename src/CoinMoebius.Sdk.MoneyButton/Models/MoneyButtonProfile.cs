using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A user's profile. Source: github.com/moneybutton/docs, api-user-profile.</summary>
public sealed record MoneyButtonProfile : ApiModel
{
    /// <summary>The profile's id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The time of creation.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The user's name.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Name { get; init; }

    /// <summary>The currency in which the user sees amounts.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? DefaultCurrency { get; init; }

    /// <summary>The user's language.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? DefaultLanguage { get; init; }

    /// <summary>The user's description of themselves.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Bio { get; init; }

    /// <summary>The user's paymail address.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PrimaryPaymail { get; init; }

    /// <summary>The address of the user's picture.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? AvatarUrl { get; init; }
}
