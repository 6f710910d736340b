using System.Text.Json;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>Reads Mobbex's records with the merchant's keys. Methods return null or an empty list for unknown objects.</summary>
internal interface IMobbexRecords
{
    /// <summary>Reads an operation by its id, shaped as the <c>data</c> of a notification.</summary>
    Task<JsonElement?> GetOperationAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads the statuses of all operations of a reference, including attempts and parts; null for an operation without a status.</summary>
    Task<IReadOnlyList<MobbexStatusCode?>> GetStatusesAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Reads a subscriber of a subscription.</summary>
    Task<JsonElement?> GetSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken);

    /// <summary>Reads a subscription, which is a plan.</summary>
    Task<JsonElement?> GetSubscriptionAsync(string uid, CancellationToken cancellationToken);
}
