namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Where a stored event stands. The numbers are in databases and stay.</summary>
public enum WebhookInboxState
{
    /// <summary>To be handled, now or later, or being handled.</summary>
    Pending = 0,

    /// <summary>Handled; kept to recognise a repeated delivery.</summary>
    Processed = 1,

    /// <summary>Given up after too many attempts, until somebody queues it again.</summary>
    Parked = 2,
}
