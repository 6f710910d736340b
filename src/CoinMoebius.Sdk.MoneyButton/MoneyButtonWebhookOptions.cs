using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// The options of stored webhooks of Money Button. Each secret is an app's Webhook secret, as its settings page showed it. Money Button
/// has ceased operation: the SDK verifies its webhooks only if you add them.
/// </summary>
public sealed class MoneyButtonWebhookOptions : WebhookOptions
{
    /// <summary>Creates options with a limit of 64 KiB for a body.</summary>
    public MoneyButtonWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>
    /// True when <c>RECEIVED</c>, a valid transaction that is in no block yet, counts as succeeded; a double spend may still reverse it.
    /// The default is false: only <c>COMPLETED</c> succeeds.
    /// </summary>
    public bool AcceptZeroConfirmation { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MoneyButtonWebhookOptions))]
internal sealed partial class MoneyButtonWebhookOptionsJson : JsonSerializerContext;
