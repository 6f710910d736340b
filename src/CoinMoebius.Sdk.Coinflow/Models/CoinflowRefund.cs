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

    /// <summary>The status.</summary>
    public CoinflowRefundStatus Status { get; init; }

    /// <summary>The amounts.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowRefundTotals>))]
    public CoinflowRefundTotals? Totals { get; init; }

    /// <summary>The status of the merchant's share: <c>Pending</c>, <c>Complete</c>, <c>Failure</c> or <c>Returned</c>.</summary>
    public string? ReimbursementStatus { get; init; }

    /// <summary>The amount that the merchant still owes for it.</summary>
    public CoinflowMoney? Outstanding { get; init; }

    /// <summary>The source of the money: <c>Credits</c>, <c>Usdc</c>, <c>Settlement</c> or <c>None</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The method: <c>Card</c>, <c>Ach</c>, <c>Pix</c>, <c>Iban</c>, <c>Wire</c>, <c>Crypto</c>, <c>CashApp</c>, <c>APA</c>, <c>PayPal</c>, <c>Venmo</c> or <c>Interac</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The blockchain transaction, or null.</summary>
    public string? Signature { get; init; }

    /// <summary>The reason for a failure, or null.</summary>
    public string? FailureReason { get; init; }

    /// <summary>When it was requested.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The reason for the refund.</summary>
    public string? Reason { get; init; }

    /// <summary>The requester, in the API's format.</summary>
    public JsonElement? RefundedBy { get; init; }

    /// <summary>Details of a refund in coins, in the API's format.</summary>
    public JsonElement? CryptoRefundInfo { get; init; }

    /// <summary>The blockchain transaction of a return, or null.</summary>
    public string? ReturnSignature { get; init; }
}
