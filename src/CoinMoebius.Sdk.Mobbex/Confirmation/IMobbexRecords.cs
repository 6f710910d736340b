using System.Text.Json;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>What Mobbex knows, asked with the merchant's keys. Null or empty where it knows nothing of the kind.</summary>
internal interface IMobbexRecords
{
    /// <summary>An operation by its id, shaped as the <c>data</c> of a notification.</summary>
    Task<JsonElement?> GetOperationAsync(string id, CancellationToken cancellationToken);

    /// <summary>Where all operations of a reference stand, attempts and parts included; null for one that does not say.</summary>
    Task<IReadOnlyList<MobbexStatusCode?>> GetStatusesAsync(string reference, CancellationToken cancellationToken);

    /// <summary>A subscriber of a subscription.</summary>
    Task<JsonElement?> GetSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken);

    /// <summary>A subscription, which is a plan.</summary>
    Task<JsonElement?> GetSubscriptionAsync(string uid, CancellationToken cancellationToken);
}
