namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A payer's subscription to a plan.</summary>
public sealed record CoinflowSubscriber : ApiModel
{
    /// <summary>The subscription's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The status.</summary>
    public CoinflowSubscriberStatus Status { get; init; }

    /// <summary>The payer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The payer's e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The plan.</summary>
    public CoinflowReference? Plan { get; init; }

    /// <summary>The plan's code.</summary>
    public string? PlanCode { get; init; }

    /// <summary>When the next payment is due, or null.</summary>
    public DateTimeOffset? NextPaymentAt { get; init; }

    /// <summary>The payer's blockchain, or null.</summary>
    public string? Blockchain { get; init; }
}
