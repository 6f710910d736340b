using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Monero;

/// <summary>How the webhooks of a Coin Moebius indexer are verified. Each secret is the one the indexer was given to sign with.</summary>
public sealed class MoneroWebhookOptions : WebhookOptions
{
    /// <summary>
    /// How far the time in the body may be away from now, before or after. Five minutes by default, as at the indexer. All tries of a
    /// delivery carry the time of the first.
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
