using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>An error that a document of the API holds. Source: github.com/moneybutton/api-client, rest-error.js and auth-error.js.</summary>
public sealed record MoneyButtonError : ApiModel
{
    /// <summary>The error's id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The HTTP status; text or number in the payload.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Status { get; init; }

    /// <summary>What went wrong; the <c>error</c> of an OAuth answer.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Title { get; init; }

    /// <summary>More about it; the <c>error_description</c> of an OAuth answer.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Detail { get; init; }
}
