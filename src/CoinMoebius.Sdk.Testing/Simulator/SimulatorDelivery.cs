using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A snapshot of one webhook of the simulator, with all its attempts.</summary>
public sealed record SimulatorDelivery
{
    /// <summary>The number of the delivery; a simulator counts from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The transaction or subscription that it is about.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The simulated provider.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The status that it reports; for a subscription, the status of the subscription.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The refund that it reports; null for other webhooks.</summary>
    public PaymentRefund? Refund { get; init; }

    /// <summary>The dispute that it reports; null for other webhooks.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>The subscription event that it reports; null for a webhook about a payment.</summary>
    public SubscriptionEventType? Subscription { get; init; }

    /// <summary>The URL to which it is sent.</summary>
    public required Uri Url { get; init; }

    /// <summary>The body, which is the same for every attempt; each attempt has a new signature.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The attempts so far, oldest first.</summary>
    public IReadOnlyList<SimulatorDeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>The outcome.</summary>
    public SimulatorDeliveryOutcome Outcome { get; init; }

    internal bool IsUrlOfTransaction { get; init; }

    /// <summary>Returns the number, provider and status, without the body.</summary>
    public override string ToString() => $"Delivery {Number}: {Provider} {Status}, {Outcome}, {Attempts.Count} attempts";
}

/// <summary>One try to deliver a webhook.</summary>
/// <param name="At">When the response arrived or the attempt failed.</param>
/// <param name="StatusCode">The status code of the merchant's response; null without one.</param>
/// <param name="Error">The reason why there is no response; null when there is one.</param>
public sealed record SimulatorDeliveryAttempt(DateTimeOffset At, int? StatusCode, string? Error)
{
    /// <summary>True for a status code from 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;
}

/// <summary>The outcome of a delivery.</summary>
public enum SimulatorDeliveryOutcome
{
    /// <summary>It is waiting to be sent or sent again.</summary>
    Pending,

    /// <summary>The merchant accepted it.</summary>
    Delivered,

    /// <summary>Every attempt of the schedule failed.</summary>
    GivenUp,
}
