using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// How NOWPayments' notifications are verified. Each secret is the IPN secret key from the dashboard's store settings, as displayed.
/// </summary>
public sealed class NowPaymentsWebhookOptions : WebhookOptions
{
    /// <summary>Creates options with a body limit of 64 KiB; real bodies have less than 1 KiB.</summary>
    public NowPaymentsWebhookOptions() => MaxBodySize = BodyLimit.Parsed;

    /// <summary>
    /// True to read each payment back from NOWPayments, with the <see cref="INowPaymentsClient"/> of the same account, and to create the event
    /// from the response. False by default. Recommended because the signature covers no time, and because anyone who learns the IPN secret
    /// could otherwise send notifications of payments that do not exist.
    /// </summary>
    public bool ConfirmPayments { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NowPaymentsWebhookOptions))]
internal sealed partial class NowPaymentsWebhookOptionsJson : JsonSerializerContext;
