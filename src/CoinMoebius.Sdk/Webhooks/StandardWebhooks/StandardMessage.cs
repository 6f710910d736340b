using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Webhooks.StandardWebhooks;

/// <summary>A message of Standard Webhooks whose signature was verified.</summary>
/// <param name="Provider">Who sent it.</param>
/// <param name="Id">Its signed id, which every retry has too.</param>
/// <param name="Body">The exact bytes received.</param>
internal readonly record struct StandardMessage(PaymentProvider Provider, string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>What its envelope says: <c>type</c> and <c>timestamp</c> stand at the top level, where the specification wants them.</summary>
    public WebhookEventHead ToHead(JsonElement root) =>
        new(Provider, Id, root.At("type").Text() ?? "", Body, null, root.At("timestamp").IsoTime());
}
