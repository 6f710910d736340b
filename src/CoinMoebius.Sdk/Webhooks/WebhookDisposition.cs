namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The result for an authentic delivery.</summary>
public enum WebhookDisposition
{
    /// <summary>Not processed. The value of <c>default</c>.</summary>
    None = 0,

    /// <summary>Handled, or stored for handling.</summary>
    Accepted = 1,

    /// <summary>Already known; nothing was done.</summary>
    Duplicate = 2,

    /// <summary>A known delivery id arrived with another event: a rejected replay.</summary>
    Replayed = 3,

    /// <summary>A handler failed; the provider should send it again.</summary>
    HandlerFailed = 4,

    /// <summary>It could not be stored at the moment; the provider should send it again later.</summary>
    Unavailable = 5,
}
