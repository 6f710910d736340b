using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>An error in a document of the API. Source: github.com/moneybutton/api-client, rest-error.js and auth-error.js.</summary>
public sealed record MoneyButtonError : ApiModel
{
    /// <summary>The error's id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The HTTP status, a string or a number in the payload.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Status { get; init; }

    /// <summary>The title of the error; the <c>error</c> of an OAuth response.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Title { get; init; }

    /// <summary>The details of the error; the <c>error_description</c> of an OAuth response.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Detail { get; init; }
}
