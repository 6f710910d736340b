using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Monero;

/// <summary>How the webhooks of a Coin Moebius indexer are verified. Each secret is a signing secret of the indexer.</summary>
public sealed class MoneroWebhookOptions : WebhookOptions
{
    /// <summary>
    /// The maximum difference between the time in the body and now, in either direction. Five minutes by default, as in the indexer. All
    /// attempts of a delivery carry the time of the first.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

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
[JsonSerializable(typeof(MoneroWebhookOptions))]
internal sealed partial class MoneroWebhookOptionsJson : JsonSerializerContext;
