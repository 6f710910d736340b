using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// How NOWPayments' notifications are verified. Each secret is the IPN secret key from the dashboard's store settings, as shown.
/// </summary>
public sealed class NowPaymentsWebhookOptions : WebhookOptions
{
    /// <summary>Options with the limit of 64 KiB for a body; real ones have less than one.</summary>
    public NowPaymentsWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>
    /// True to read each payment back from NOWPayments, with the <see cref="INowPaymentsClient"/> of the same account, and to make the event
    /// of what it says. False by default. Worth it because no time is signed, and because whoever learns the IPN secret could otherwise
    /// notify of payments that nobody made.
    /// </summary>
    public bool ConfirmPayments { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NowPaymentsWebhookOptions))]
internal sealed partial class NowPaymentsWebhookOptionsJson : JsonSerializerContext;
