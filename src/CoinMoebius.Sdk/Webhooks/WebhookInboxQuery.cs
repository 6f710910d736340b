namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A filter for stored events. Null properties do not filter.</summary>
public sealed record WebhookInboxQuery
{
    /// <summary>Only those in this state.</summary>
    public WebhookInboxState? State { get; init; }

    /// <summary>Only those of this provider.</summary>
    public PaymentProvider? Provider { get; init; }

    /// <summary>Only those of this account.</summary>
    public string? Account { get; init; }

    /// <summary>Only those about this payment or subscription.</summary>
    public string? Subject { get; init; }

    /// <summary>The maximum number of events. 100 by default.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Only those with a smaller number, to continue after the last one of a list.</summary>
    public long? Before { get; init; }
}
