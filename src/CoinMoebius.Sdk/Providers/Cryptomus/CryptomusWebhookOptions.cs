using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// How Cryptomus's webhooks are verified. Each secret is a payment API key of the merchant, as shown in the dashboard's settings: the key
/// that signs the calls to the API also signs the webhooks. The payout API key signs payouts; list it only to receive them as unmapped
/// events.
/// </summary>
public sealed class CryptomusWebhookOptions : WebhookOptions
{
    /// <summary>Creates options with a body limit of 64 KiB; real bodies have about 1 KiB.</summary>
    public CryptomusWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>
    /// True to query Cryptomus about each payment after the check of the signature, and to create the event from the response. Requires the
    /// client of the same account, <c>services.AddCryptomusClient(…)</c>. False by default, but recommended, since the signature is weak (MD5)
    /// and Cryptomus itself signs test webhooks of payments that do not exist.
    /// </summary>
    public bool ConfirmPayments { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CryptomusWebhookOptions))]
internal sealed partial class CryptomusWebhookOptionsJson : JsonSerializerContext;
