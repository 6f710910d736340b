using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>One webhook of the simulator with all its attempts, as it stood when it was asked for.</summary>
public sealed record SimulatorDelivery
{
    /// <summary>Counts the deliveries of a simulator from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The transaction or subscription that it tells about.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The provider that is imitated.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The status that it reports; of a subscription the subscription's.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The refund that it tells of; null for one about anything else.</summary>
    public PaymentRefund? Refund { get; init; }

    /// <summary>The dispute that it tells of; null for one about anything else.</summary>
    public PaymentDispute? Dispute { get; init; }

    /// <summary>What it tells of a subscription; null for one about a payment.</summary>
    public SubscriptionEventType? Subscription { get; init; }

    /// <summary>Where it goes.</summary>
    public required Uri Url { get; init; }

    /// <summary>The body, the same at every attempt; each attempt is signed anew.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The attempts so far, oldest first.</summary>
    public IReadOnlyList<SimulatorDeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>How it ended, if it did.</summary>
    public SimulatorDeliveryOutcome Outcome { get; init; }

    internal bool IsUrlOfTransaction { get; init; }

    /// <summary>The number, provider and status. The body stays out.</summary>
    public override string ToString() => $"Delivery {Number}: {Provider} {Status}, {Outcome}, {Attempts.Count} attempts";
}

/// <summary>One try to deliver a webhook.</summary>
/// <param name="At">When the answer came or failed to come.</param>
/// <param name="StatusCode">The merchant's answer; null when none came.</param>
/// <param name="Error">Why none came, in a few words; null when one did.</param>
public sealed record SimulatorDeliveryAttempt(DateTimeOffset At, int? StatusCode, string? Error)
{
    /// <summary>True for an answer from 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;
}

/// <summary>How a delivery ended.</summary>
public enum SimulatorDeliveryOutcome
{
    /// <summary>It is to be sent, or to be sent again.</summary>
    Pending,

    /// <summary>The merchant accepted it.</summary>
    Delivered,

    /// <summary>Every attempt of the schedule failed.</summary>
    GivenUp,
}
