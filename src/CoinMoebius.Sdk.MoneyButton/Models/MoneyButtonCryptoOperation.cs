using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>What a button signed, encrypted or decrypted beside a payment. Source: github.com/moneybutton/json-api, PaymentSerializer.js.</summary>
public sealed record MoneyButtonCryptoOperation : ApiModel
{
    /// <summary>The operation's id, in version 1 of the API.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The name the page gave it.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Name { get; init; }

    /// <summary>What was done.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Method { get; init; }

    /// <summary>What it was done to.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Data { get; init; }

    /// <summary>How <see cref="Data"/> is written.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? DataEncoding { get; init; }

    /// <summary>What came out.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Value { get; init; }

    /// <summary>How <see cref="Value"/> is written.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? ValueEncoding { get; init; }

    /// <summary>Which of the user's keys was used.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Key { get; init; }

    /// <summary>The algorithm.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Algorithm { get; init; }

    /// <summary>The public key.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PublicKey { get; init; }

    /// <summary>The paymail address the key belongs to.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Paymail { get; init; }

    /// <summary>Whether Money Button had verified it.</summary>
    [JsonConverter(typeof(LenientBooleanJsonConverter))]
    public bool? Verified { get; init; }
}
