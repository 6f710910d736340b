using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A refund.</summary>
/// <remarks>Source: https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowRefund : ApiModel
{
    /// <summary>The refund's id.</summary>
    public string? Id { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The payment.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The payer.</summary>
    public string? UserId { get; init; }

    /// <summary>Where it stands.</summary>
    public CoinflowRefundStatus Status { get; init; }

    /// <summary>The sums.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowRefundTotals>))]
    public CoinflowRefundTotals? Totals { get; init; }

    /// <summary>Where the merchant's share stands: <c>Pending</c>, <c>Complete</c>, <c>Failure</c> or <c>Returned</c>.</summary>
    public string? ReimbursementStatus { get; init; }

    /// <summary>What the merchant still owes for it.</summary>
    public CoinflowMoney? Outstanding { get; init; }

    /// <summary>What it was paid from: <c>Credits</c>, <c>Usdc</c>, <c>Settlement</c> or <c>None</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The method: <c>Card</c>, <c>Ach</c>, <c>Pix</c>, <c>Iban</c>, <c>Wire</c>, <c>Crypto</c>, <c>CashApp</c>, <c>APA</c>, <c>PayPal</c>, <c>Venmo</c> or <c>Interac</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The blockchain transaction, or null.</summary>
    public string? Signature { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public string? FailureReason { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Why it was asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>Who asked for it, as the API writes it.</summary>
    public JsonElement? RefundedBy { get; init; }

    /// <summary>More about coins, as the API writes it.</summary>
    public JsonElement? CryptoRefundInfo { get; init; }

    /// <summary>The blockchain transaction of a return, or null.</summary>
    public string? ReturnSignature { get; init; }
}
