namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The state of a stored event. Databases contain the numbers, so they never change.</summary>
public enum WebhookInboxState
{
    /// <summary>Waiting for handling, or being handled.</summary>
    Pending = 0,

    /// <summary>Handled; kept to detect repeated deliveries.</summary>
    Processed = 1,

    /// <summary>Given up after too many attempts, until an operator requeues it.</summary>
    Parked = 2,
}
