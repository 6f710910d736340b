using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// An operation of a button besides a payment: it signs, encrypts or decrypts data. Source: github.com/moneybutton/json-api,
/// PaymentSerializer.js.
/// </summary>
public sealed record MoneyButtonCryptoOperation : ApiModel
{
    /// <summary>The operation's id, in version 1 of the API.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The name that the page gave the operation.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Name { get; init; }

    /// <summary>The method of the operation.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Method { get; init; }

    /// <summary>The input of the operation.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Data { get; init; }

    /// <summary>The encoding of <see cref="Data"/>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? DataEncoding { get; init; }

    /// <summary>The result of the operation.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Value { get; init; }

    /// <summary>The encoding of <see cref="Value"/>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? ValueEncoding { get; init; }

    /// <summary>The user's key that was used.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Key { get; init; }

    /// <summary>The algorithm.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Algorithm { get; init; }

    /// <summary>The public key.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PublicKey { get; init; }

    /// <summary>The paymail address of the key.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Paymail { get; init; }

    /// <summary>True when Money Button verified the operation.</summary>
    [JsonConverter(typeof(LenientBooleanJsonConverter))]
    public bool? Verified { get; init; }
}
