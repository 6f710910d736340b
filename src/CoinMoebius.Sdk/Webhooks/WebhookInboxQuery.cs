namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Which stored events to list. What is null does not count.</summary>
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

    /// <summary>At most so many. 100 by default.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Only those with a smaller number, to go on after the last one of a list.</summary>
    public long? Before { get; init; }
}
