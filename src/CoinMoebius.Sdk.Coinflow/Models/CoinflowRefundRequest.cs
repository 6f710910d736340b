using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Refunds a payment, fully or in part. Several partial refunds are possible, up to the paid amount.</summary>
public sealed record CoinflowRefundRequest : ApiModel
{
    /// <summary>The reason, of <see cref="CoinflowRefundReasons"/>.</summary>
    public required string RefundReason { get; init; }

    /// <summary>The amount, in cents only; null for the full amount.</summary>
    public CoinflowMoney? PartialAmount { get; init; }

    /// <summary>The wallet that receives refunded coins.</summary>
    public string? DestinationWallet { get; init; }

    internal void Check()
    {
        CoinflowChecks.RequireText(RefundReason, nameof(RefundReason));
        CoinflowChecks.CentsOnly(PartialAmount, nameof(PartialAmount));
        CoinflowChecks.Require(PartialAmount is not { Cents: 0 }, nameof(PartialAmount), "the amount must be positive; leave it null to refund all.");
    }
}

/// <summary>The reasons for a refund.</summary>
public static class CoinflowRefundReasons
{
    /// <summary>The payer has changed their mind.</summary>
    public const string UserCancellation = "userCancellation";

    /// <summary>The merchant could not deliver.</summary>
    public const string FailedFulfillment = "failedFulfillment";

    /// <summary>The payer committed fraud.</summary>
    public const string BuyerFraud = "buyerFraud";

    /// <summary>Another reason.</summary>
    public const string Other = "other";
}
