using System.Collections.Concurrent;
using System.Text.Json;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Mobbex.Confirmation;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex.Confirmation;

/// <summary>A Mobbex that knows what it was told.</summary>
internal sealed class ScriptedRecords : IMobbexRecords
{
    public ConcurrentDictionary<string, string> Operations { get; } = new();

    public ConcurrentDictionary<string, string> Subscribers { get; } = new();

    public ConcurrentDictionary<string, string> Subscriptions { get; } = new();

    public List<MobbexStatusCode?> Statuses { get; } = [];

    public List<string> Asked { get; } = [];

    public Task<JsonElement?> GetOperationAsync(string id, CancellationToken cancellationToken) => Answer($"operation {id}", Operations, id);

    public Task<IReadOnlyList<MobbexStatusCode?>> GetStatusesAsync(string reference, CancellationToken cancellationToken)
    {
        Note($"reference {reference}");
        return Task.FromResult<IReadOnlyList<MobbexStatusCode?>>(Statuses);
    }

    public Task<JsonElement?> GetSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken) =>
        Answer($"subscriber {subscriptionUid} {subscriberUid}", Subscribers, subscriberUid);

    public Task<JsonElement?> GetSubscriptionAsync(string uid, CancellationToken cancellationToken) => Answer($"subscription {uid}", Subscriptions, uid);

    private Task<JsonElement?> Answer(string question, ConcurrentDictionary<string, string> known, string key)
    {
        Note(question);
        return Task.FromResult<JsonElement?>(known.TryGetValue(key, out var json) ? JsonSerializer.Deserialize<JsonElement>(json) : null);
    }

    private void Note(string question)
    {
        lock (Asked)
        {
            Asked.Add(question);
        }
    }
}
