using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The options for verifying Coinflow's webhooks. Each secret is a Webhook Validation Key from the merchant dashboard (Developers →
/// Webhooks), as shown. Coinflow's older pages describe the API key in the <c>Authorization</c> header: add that key if your deliveries have it.
/// </summary>
public sealed class CoinflowWebhookOptions : WebhookOptions
{
    /// <summary>
    /// The maximum difference between the signed time and now. 36 hours unless set: Coinflow repeats deliveries for that long and does not
    /// document whether it signs them again each time. Source: docs.coinflow.cash/guides/developer-resources/webhooks.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromHours(36);

    /// <summary>
    /// Whether to accept a delivery without <c>Coinflow-Signature</c> whose whole <c>Authorization</c> header is a secret; true unless set. Such a
    /// header protects neither the body nor the time: set the option to false once your deliveries are signed.
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
