using System.Text.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A subscription that began, ended or could not be charged.</summary>
public sealed record CoinflowSubscriptionData : CoinflowNotificationData
{
    /// <summary>The subscription.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The merchant's code of the plan.</summary>
    public string? PlanCode { get; init; }

    /// <summary>The name of the plan.</summary>
    public string? PlanName { get; init; }

    /// <summary>The payer: a wallet address, or <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>. Sent up to version 2.</summary>
    public string? Wallet { get; init; }

    /// <summary>The payer as <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>. Sent from version 3 on.</summary>
    public string? CustomerId { get; init; }

    /// <summary>What one interval costs.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary><c>Daily</c>, <c>Weekly</c>, <c>Monthly</c> or <c>Yearly</c>.</summary>
    public string? Interval { get; init; }

    /// <summary>What it is paid from.</summary>
    public string? FundingMethod { get; init; }

    /// <summary>How it is paid.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Why it ended or could not be charged.</summary>
    public string? Reason { get; init; }

    /// <summary>What was sent along when the payment was made: any JSON, or null.</summary>
    public JsonElement? WebhookInfo { get; init; }
}
