using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Gives a payment back, whole or in part. Several parts may follow each other, up to what was paid.</summary>
public sealed record CoinflowRefundRequest : ApiModel
{
    /// <summary>Why, of <see cref="CoinflowRefundReasons"/>.</summary>
    public required string RefundReason { get; init; }

    /// <summary>How much, in cents alone; null for all of it.</summary>
    public CoinflowMoney? PartialAmount { get; init; }

    /// <summary>The wallet that coins go back to.</summary>
    public string? DestinationWallet { get; init; }

    internal void Check()
    {
        CoinflowChecks.RequireText(RefundReason, nameof(RefundReason));
        CoinflowChecks.CentsOnly(PartialAmount, nameof(PartialAmount));
        CoinflowChecks.Require(PartialAmount is not { Cents: 0 }, nameof(PartialAmount), "the amount must be positive; leave it null to refund all.");
    }
}

/// <summary>Why a payment is given back.</summary>
public static class CoinflowRefundReasons
{
    /// <summary>The payer has changed their mind.</summary>
    public const string UserCancellation = "userCancellation";

    /// <summary>The merchant could not deliver.</summary>
    public const string FailedFulfillment = "failedFulfillment";

    /// <summary>The payer is a fraud.</summary>
    public const string BuyerFraud = "buyerFraud";

    /// <summary>Another reason.</summary>
    public const string Other = "other";
}
