using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// The state of one payment. Public for Entity Framework's proxies and compiled models only; it may change with any version: read through
/// <see cref="IPaymentLedger"/>.
/// </summary>
public class LedgerRow
{
    /// <summary>The provider of the payment.</summary>
    public virtual required string Provider { get; init; }

    /// <summary>The account; empty for the default account.</summary>
    public virtual required string Account { get; init; }

    /// <summary>The provider's id; the transaction or the order for a row that the application wrote before the provider's id was known.</summary>
    public virtual required string PaymentId { get; init; }

    /// <summary>The id of the checkout at Coin Moebius, as the application wrote it.</summary>
    public virtual string? TransactionId { get; init; }

    /// <summary>The merchant's order, as the application wrote it.</summary>
    public virtual string? OrderReference { get; init; }

    /// <summary>The amount that the application expects, in units of <see cref="ExpectedCurrency"/>; null when it recorded none.</summary>
    public virtual decimal? ExpectedAmount { get; init; }

    /// <summary>The currency that the application expects.</summary>
    public virtual string? ExpectedCurrency { get; init; }

    /// <summary>The transaction that the payload's metadata name: a claim that does not join rows by itself.</summary>
    public virtual string? ClaimedId { get; init; }

    /// <summary>The provider's id of the checkout that led to the payment.</summary>
    public virtual string? CheckoutId { get; init; }

    /// <summary>The subscription that it belongs to.</summary>
    public virtual string? SubscriptionId { get; init; }

    /// <summary>The status of the payment.</summary>
    public virtual required string Status { get; init; }

    /// <summary>The rank of the status.</summary>
    public virtual int Rank { get; init; }

    /// <summary>The amount that goes with the status, in units of <see cref="Currency"/>, with all digits.</summary>
    public virtual decimal? Amount { get; init; }

    /// <summary>The currency or coin.</summary>
    public virtual string? Currency { get; init; }

    /// <summary>The amount that was paid.</summary>
    public virtual decimal? AmountPaid { get; init; }

    /// <summary>The amount that was refunded; null when no event with facts has arrived.</summary>
    public virtual decimal? AmountRefunded { get; init; }

    /// <summary>The price that the merchant set, in units of <see cref="PricedCurrency"/>.</summary>
    public virtual decimal? PricedAmount { get; init; }

    /// <summary>The currency of the price.</summary>
    public virtual string? PricedCurrency { get; init; }

    /// <summary>The merchant's order.</summary>
    public virtual string? Reference { get; init; }

    /// <summary>The buyer, as the event names them.</summary>
    public virtual string? CustomerRef { get; init; }

    /// <summary>True for test mode, false for live, null where that is unknown.</summary>
    public virtual bool? IsTest { get; init; }

    /// <summary>The merchant's metadata as a JSON object of texts.</summary>
    public virtual required string Metadata { get; init; }

    /// <summary>The facts that its events have reported, as JSON; null while none has, and in rows from before facts were stored.</summary>
    public virtual string? Facts { get; init; }

    /// <summary>The event that led to the status; empty while no event has reported the payment.</summary>
    public virtual required string LastEventId { get; init; }

    /// <summary>When the event occurred according to the provider, in Unix milliseconds.</summary>
    public virtual long? OccurredAt { get; init; }

    /// <summary>When the row was created, in Unix milliseconds.</summary>
    public virtual long CreatedAt { get; init; }

    /// <summary>When the row was last changed, in Unix milliseconds.</summary>
    public virtual long UpdatedAt { get; init; }

    /// <summary>When to query the provider; null when the status is final or queries have ended.</summary>
    public virtual long? CheckAt { get; init; }

    /// <summary>How often the provider has been queried.</summary>
    public virtual int Checks { get; init; }
}
