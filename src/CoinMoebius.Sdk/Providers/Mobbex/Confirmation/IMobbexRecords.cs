using System.Text.Json;

namespace CoinMoebius.Sdk.Providers.Mobbex.Confirmation;

/// <summary>What Mobbex knows, asked with the merchant's keys. Null where it knows nothing of the kind.</summary>
internal interface IMobbexRecords
{
    /// <summary>An operation by its id, shaped as the <c>data</c> of a notification.</summary>
    Task<JsonElement?> GetOperationAsync(string id, CancellationToken cancellationToken);

    /// <summary>The latest operation of a reference, shaped as the <c>data</c> of a notification.</summary>
    Task<JsonElement?> GetLatestOperationAsync(string reference, CancellationToken cancellationToken);

    /// <summary>A subscriber of a subscription.</summary>
    Task<JsonElement?> GetSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken);
}
