using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// How Cryptomus's webhooks are verified. Each secret is a payment API key of the merchant, as shown in the dashboard's settings: webhooks
/// are signed with the key that also signs the calls to the API. Payouts are signed with the payout API key; list it only to see them, as
/// unmapped events.
/// </summary>
public sealed class CryptomusWebhookOptions : WebhookOptions
{
    /// <summary>Options with the limit of 64 KiB for a body; real ones have about one.</summary>
    public CryptomusWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>
    /// True to ask Cryptomus about each payment after its signature was right, and to make the event of the answer. Needs the client of
    /// the same account, <c>services.AddCryptomusClient(…)</c>. False unless set; recommended, since the signature is weak (MD5) and Cryptomus
    /// itself signs test webhooks of payments that never were.
    /// </summary>
    public bool ConfirmPayments { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CryptomusWebhookOptions))]
internal sealed partial class CryptomusWebhookOptionsJson : JsonSerializerContext;
