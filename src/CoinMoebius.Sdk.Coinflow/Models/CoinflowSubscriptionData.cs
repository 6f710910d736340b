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

    /// <summary>The payer as <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>. Sent since version 3.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The price of one interval.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary><c>Daily</c>, <c>Weekly</c>, <c>Monthly</c> or <c>Yearly</c>.</summary>
    public string? Interval { get; init; }

    /// <summary>The source of the money.</summary>
    public string? FundingMethod { get; init; }

    /// <summary>The payment method.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>The reason for the end or the failed charge.</summary>
    public string? Reason { get; init; }

    /// <summary>The merchant's data from the creation of the payment: any JSON, or null.</summary>
    public JsonElement? WebhookInfo { get; init; }
}
