using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>
/// Queries Mobbex through the client. It serializes the responses to JSON again, so that one mapper reads both notifications and responses.
/// </summary>
internal sealed class ClientRecords(IMobbexClient client) : IMobbexRecords
{
    // The id goes into a path, and no id is that long.
    private const int MaxIdLength = 200;

    public async Task<JsonElement?> GetOperationAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Length > MaxIdLength
            || await FindAsync(() => client.GetOperationAsync(id, cancellationToken)).ConfigureAwait(false) is not { } operation)
        {
            return null;
        }

        return operation.Payment is null
            ? throw new InvalidDataException("Mobbex's response has no payment.")
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
            // ArgumentException: the id is invalid in a path, so no such object exists.
            return null;
        }
    }

    private static JsonElement ToJson<T>(T value, JsonTypeInfo<T> json) => JsonSerializer.SerializeToElement(value, json);
}
