using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>Asks through the client. What it answers is written as JSON again, so that one mapper reads what was told and what was read back.</summary>
internal sealed class ClientRecords(IMobbexClient client) : IMobbexRecords
{
    // No id is that long, and it goes into a path.
    private const int MaxIdLength = 200;

    public async Task<JsonElement?> GetOperationAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Length > MaxIdLength
            || await FindAsync(() => client.GetOperationAsync(id, cancellationToken)).ConfigureAwait(false) is not { } operation)
        {
            return null;
        }

        return operation.Payment is null
            ? throw new InvalidDataException("Mobbex's answer has no payment.")
            : ToJson(operation, MobbexJson.Default.MobbexOperation);
    }

    public async Task<IReadOnlyList<MobbexStatusCode?>> GetStatusesAsync(string reference, CancellationToken cancellationToken)
    {
        var transactions = await FindAsync(() => client.GetTransactionsAsync(reference, cancellationToken)).ConfigureAwait(false);
        return transactions is null ? [] : [.. transactions.Select(transaction => transaction.StatusCode)];
    }

    public async Task<JsonElement?> GetSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken) =>
        subscriptionUid.Length <= MaxIdLength && subscriberUid.Length <= MaxIdLength
        && await FindAsync(() => client.GetSubscriberAsync(subscriptionUid, subscriberUid, cancellationToken)).ConfigureAwait(false) is { } subscriber
            ? ToJson(subscriber, MobbexJson.Default.MobbexSubscriber)
            : null;

    public async Task<JsonElement?> GetSubscriptionAsync(string uid, CancellationToken cancellationToken) =>
        uid.Length <= MaxIdLength
        && await FindAsync(() => client.GetSubscriptionAsync(uid, cancellationToken)).ConfigureAwait(false) is { } subscription
            ? ToJson(subscription, MobbexJson.Default.MobbexSubscription)
            : null;

    private static async Task<T?> FindAsync<T>(Func<Task<T>> find)
        where T : class
    {
        try
        {
            return await find().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CoinMoebiusNotFoundException or ArgumentException)
        {
            // The latter is an id that cannot stand in a path, so it is nobody's.
            return null;
        }
    }

    private static JsonElement ToJson<T>(T value, JsonTypeInfo<T> json) => JsonSerializer.SerializeToElement(value, json);
}
