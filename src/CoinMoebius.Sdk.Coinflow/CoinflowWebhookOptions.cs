using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// How Coinflow's webhooks are verified. Each secret is a Webhook Validation Key from the merchant dashboard (Developers → Webhooks),
/// as shown. Coinflow's older pages speak of the API key in the <c>Authorization</c> header: list that one if your deliveries carry it.
/// </summary>
public sealed class CoinflowWebhookOptions : WebhookOptions
{
    /// <summary>
    /// How far the signed time may be away from now, before or after. 36 hours unless set: Coinflow delivers again for that long and
    /// does not say whether it signs anew each time. Source: docs.coinflow.cash/guides/developer-resources/webhooks.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromHours(36);

    /// <summary>
    /// Whether a delivery without <c>Coinflow-Signature</c> may prove itself by a secret as its whole <c>Authorization</c> header; true
    /// unless set. Such a header protects neither the body nor the time: set it to false once your deliveries come signed.
    /// </summary>
    public bool AcceptAuthorizationHeader { get; set; } = true;

    private protected override bool NamesOwner => true;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        ValidateTolerance(Tolerance, failures);
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CoinflowWebhookOptions))]
internal sealed partial class CoinflowWebhookOptionsJson : JsonSerializerContext;
