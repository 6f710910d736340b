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

    /// <summary>When it was made.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The user's name.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Name { get; init; }

    /// <summary>The currency the user sees amounts in.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? DefaultCurrency { get; init; }

    /// <summary>The language the user reads.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? DefaultLanguage { get; init; }

    /// <summary>What the user wrote about themselves.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Bio { get; init; }

    /// <summary>The user's paymail address.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PrimaryPaymail { get; init; }

    /// <summary>The address of the user's picture.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? AvatarUrl { get; init; }
}
