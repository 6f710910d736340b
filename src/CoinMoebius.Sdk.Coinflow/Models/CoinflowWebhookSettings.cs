using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The webhooks that a merchant receives. Their URLs can only be set in the dashboard.</summary>
public sealed record CoinflowWebhookSettings : ApiModel
{
    /// <summary>The version: <c>Legacy</c>, <c>Version 1</c>, <c>Version 2</c> or <c>Version 3</c>. Required.</summary>
    public string? Version { get; init; }

    /// <summary>The event types. Required.</summary>
    [JsonConverter(typeof(LenientTextListJsonConverter))]
    public IReadOnlyList<string>? Subscriptions { get; init; }

    /// <summary>True to send only the signature, without the shared key in <c>Authorization</c>.</summary>
    public bool? DisableAuthorizationHeader { get; init; }

    /// <summary>True to exclude the webhooks of merchants below your own.</summary>
    public bool? DisableSubmerchantToParentWebhooks { get; init; }

    internal void Check()
    {
        CoinflowChecks.RequireText(Version, nameof(Version));
        CoinflowChecks.Require(Subscriptions is not null, nameof(Subscriptions), "it is missing; the API requires it.");
    }
}

/// <summary>The body of <c>PUT /merchant</c>.</summary>
internal sealed record CoinflowMerchantUpdate(CoinflowWebhookSettings WebhookSettings);
