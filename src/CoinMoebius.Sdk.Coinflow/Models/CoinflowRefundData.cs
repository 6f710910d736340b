using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A refund that changed its status. It has no id of its own: two refunds of one payment can look alike.</summary>
public sealed record CoinflowRefundData : CoinflowNotificationData
{
    /// <summary>The payer: a wallet address, or <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>. Sent up to version 2.</summary>
    public string? Wallet { get; init; }

    /// <summary>The payer as <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>. Sent since version 3.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The chain of the wallet; <c>user</c> when the payer is a user id.</summary>
    public string? Blockchain { get; init; }

    /// <summary>The amounts of the refund.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowRefundTotals>))]
    public CoinflowRefundTotals? Totals { get; init; }

    /// <summary>The payment.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The status of the refund.</summary>
    public CoinflowRefundStatus Status { get; init; }

    /// <summary>The merchant's data from the creation of the payment: any JSON, or null.</summary>
    public JsonElement? WebhookInfo { get; init; }

    /// <summary>The token of the card.</summary>
    public string? CardToken { get; init; }

    /// <summary>The last four digits of the card or account.</summary>
    public string? Last4 { get; init; }

    /// <summary>The first digits of the card, which name its issuer.</summary>
    public string? Bin { get; init; }
}
