using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Webhooks.StandardWebhooks;

/// <summary>A verified message of Standard Webhooks.</summary>
/// <param name="Provider">The sender.</param>
/// <param name="Id">The signed id, the same for every retry.</param>
/// <param name="Body">The exact bytes received.</param>
internal readonly record struct StandardMessage(PaymentProvider Provider, string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>Reads the envelope: <c>type</c> and <c>timestamp</c> at the top level, as the specification recommends.</summary>
    public WebhookEventHead ToHead(JsonElement root) =>
        new(Provider, Id, root.At("type").Text() ?? "", Body, null, root.At("timestamp").IsoTime());
}
