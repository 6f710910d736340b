using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// Where one payment stands. Public for Entity Framework's proxies and compiled models only; it may change with any version: read through
/// <see cref="IPaymentLedger"/>.
/// </summary>
public class LedgerRow
{
    /// <summary>Who carries the payment.</summary>
    public virtual required string Provider { get; init; }

    /// <summary>The account; empty for the only one.</summary>
    public virtual required string Account { get; init; }

    /// <summary>The provider's id; of a row that the application wrote before it knew that, the transaction or the order.</summary>
    public virtual required string PaymentId { get; init; }

    /// <summary>The id of the checkout at Coin Moebius, as the application wrote it.</summary>
    public virtual string? TransactionId { get; init; }

    /// <summary>The merchant's order, as the application wrote it.</summary>
    public virtual string? OrderReference { get; init; }

    /// <summary>What the application asked for, in units of <see cref="ExpectedCurrency"/>; null when it wrote nothing.</summary>
    public virtual decimal? ExpectedAmount { get; init; }

    /// <summary>The currency that the application asked for.</summary>
    public virtual string? ExpectedCurrency { get; init; }

    /// <summary>The transaction that the payload's metadata name: a claim, which joins nothing by itself.</summary>
    public virtual string? ClaimedId { get; init; }

    /// <summary>The checkout that led to it, as the provider names it.</summary>
    public virtual string? CheckoutId { get; init; }

    /// <summary>The subscription that it belongs to.</summary>
    public virtual string? SubscriptionId { get; init; }

    /// <summary>The status it came to.</summary>
    public virtual required string Status { get; init; }

    /// <summary>The rank of the status.</summary>
    public virtual int Rank { get; init; }

    /// <summary>The amount that goes with the status, in units of <see cref="Currency"/>, with all digits.</summary>
    public virtual decimal? Amount { get; init; }

    /// <summary>The currency or coin.</summary>
    public virtual string? Currency { get; init; }

    /// <summary>What was paid.</summary>
    public virtual decimal? AmountPaid { get; init; }

    /// <summary>What went back; null where no event with facts has come.</summary>
    public virtual decimal? AmountRefunded { get; init; }

    /// <summary>What was asked, in units of <see cref="PricedCurrency"/>.</summary>
    public virtual decimal? PricedAmount { get; init; }

    /// <summary>The currency of the price.</summary>
    public virtual string? PricedCurrency { get; init; }

    /// <summary>The merchant's order.</summary>
    public virtual string? Reference { get; init; }

    /// <summary>The buyer, as the event names them.</summary>
    public virtual string? CustomerRef { get; init; }

    /// <summary>True for test mode, false for live, null where nothing says so.</summary>
    public virtual bool? IsTest { get; init; }

    /// <summary>The merchant's metadata as a JSON object of texts.</summary>
    public virtual required string Metadata { get; init; }

    /// <summary>What its events have told, as JSON; null while none has, and in rows of the time before there were facts.</summary>
    public virtual string? Facts { get; init; }

    /// <summary>The event that brought it there; empty while no event has told of it.</summary>
    public virtual required string LastEventId { get; init; }

    /// <summary>When, according to the provider, in Unix milliseconds.</summary>
    public virtual long? OccurredAt { get; init; }

    /// <summary>When the row was made, in Unix milliseconds.</summary>
    public virtual long CreatedAt { get; init; }

    /// <summary>When it was changed last, in Unix milliseconds.</summary>
    public virtual long UpdatedAt { get; init; }

    /// <summary>When to ask the provider about it; null when it is over, or nobody can be asked.</summary>
    public virtual long? CheckAt { get; init; }

    /// <summary>How often the provider has been asked.</summary>
    public virtual int Checks { get; init; }
}
