namespace CoinMoebius.Sdk.Webhooks;

/// <summary>What became of an authentic delivery.</summary>
public enum WebhookDisposition
{
    /// <summary>Nobody took it. The value of <c>default</c>.</summary>
    None = 0,

    /// <summary>Handled, or stored so that it will be.</summary>
    Accepted = 1,

    /// <summary>Known already; nothing was done.</summary>
    Duplicate = 2,

    /// <summary>A known delivery id came with another event: a replay, refused.</summary>
    Replayed = 3,

    /// <summary>A handler failed; the provider should send it again.</summary>
    HandlerFailed = 4,

    /// <summary>It could not be kept now; the provider should send it again later.</summary>
    Unavailable = 5,
}
