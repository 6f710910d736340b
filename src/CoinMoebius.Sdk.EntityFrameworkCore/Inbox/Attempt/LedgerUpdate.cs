using System.Data.Common;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>The rows that an event of a payment finds in the ledger, and the row that results.</summary>
/// <param name="payment">The event.</param>
/// <param name="account">The account that received it.</param>
internal sealed class LedgerUpdate(PaymentEvent payment, string account)
{
    private readonly string _provider = StoredText.Name(payment.Provider.Value);
    private readonly string _account = StoredText.Name(account);
    private readonly string _paymentId = StoredText.Id(payment.PaymentId);
    private readonly string? _checkoutId = payment.CheckoutId is { Length: > 0 } id && id != payment.PaymentId ? StoredText.Id(id) : null;
    private readonly List<LedgerRow> _rows = [];
    private ExpectedRow? _claimed;
    private string _targetId = "";
    private string _announcedBy = "";

    // The price of the merchant, where the buyer paid in another currency.
    private decimal? Amount => payment.PricedAmount ?? payment.Amount;

    private string? Currency => (payment.PricedAmount is null ? payment.Currency : payment.PricedCurrency) is { } currency ? StoredText.Name(currency) : null;

    /// <summary>What the statement must read. Money without a claim, and a claim without money, belong to no checkout.</summary>
    public LedgerNeeds Needs =>
        (payment.EventType == ReconciledEvent.EventType ? LedgerNeeds.Answer : LedgerNeeds.None)
        | (_checkoutId is not null ? LedgerNeeds.Checkout : LedgerNeeds.None)
        | (payment.IsPaid && Amount is not null && Currency is not null
            && (payment.Reference is not null || TransactionClaim is not null || OrderClaim is not null)
            ? LedgerNeeds.Expected
            : LedgerNeeds.None);

    /// <summary>The values for statements.</summary>
    public (string, object?)[] Names =>
    [
        ("provider", _provider),
        ("account", _account),
        ("payment", _paymentId),
        ("checkout", _checkoutId),
        ("claimed", TransactionClaim),
        ("claimed_order", OrderClaim),
        ("reference", payment.Reference is { } reference ? StoredText.Id(reference) : null),
        ("fact", StoredText.Id(EventFact.Of(payment)!.Value.Name)),
        ("amount", Amount),
        ("currency", Currency),
        ("event_id", StoredText.Id(payment.EventId)),
    ];

    private string? TransactionClaim => ClaimOf(ReconciledEvent.TransactionIdName);

    private string? OrderClaim => ClaimOf("orderId") ?? ClaimOf("order_id");

    /// <summary>Reads the results of <see cref="HoldSql.HoldPayment"/>; false when the lease is lost.</summary>
    public async Task<bool> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        if (Needs.HasFlag(LedgerNeeds.Answer))
        {
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        if (Needs.HasFlag(LedgerNeeds.Expected))
        {
            _claimed = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? ExpectedRow.Read(reader) : null;
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _rows.Add(LedgerEntry.Read(reader));
        }

        if (!await reader.NextResultAsync(cancellationToken).ConfigureAwait(false) || !await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException("The database did not return the event that announces the payment.");
        }

        (_targetId, _announcedBy) = (reader.GetString(0), reader.GetString(1));
        return true;
    }

    /// <summary>Joins the rows that belong together, and computes the row after the event.</summary>
    /// <param name="links">Joins rows.</param>
    /// <param name="checkAt">When to query the provider about the payment if it stays open.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<HeldEvent> JoinAsync(PaymentLinks links, long? checkAt, long now, CancellationToken cancellationToken)
    {
        var isFirst = _announcedBy == StoredText.Id(payment.EventId);
        var row = _rows.Find(row => row.PaymentId == _targetId);
        if (Needs.HasFlag(LedgerNeeds.Answer) && _targetId != _paymentId)
        {
            return new(IsHeld: true, isFirst, row, row?.OrderReference, IsAnswered: true);
        }

        var facts = LedgerEntry.FactsOf(row).Join(PaymentFacts.Of(payment));

        // An earlier event may have named the checkout.
        var checkout = facts.CheckoutId is not { } named || named.Value == _targetId ? null : _rows.Find(row => row.PaymentId == named.Value);
        var claimsAnother = false;
        ExpectedRow? joined = null;
        if (checkout is not null && (checkout.ExpectedAmount is null || HasMoney(facts)))
        {
            // A failed payment attempt does not pay the checkout; another one may.
            facts = facts.Join(LedgerEntry.FactsOf(checkout));
            joined = ExpectedRow.Any(checkout);
        }
        else if (_claimed is not null && _claimed.Id != _targetId)
        {
            claimsAnother = _claimed.Amount != Amount || _claimed.Currency != Currency;
            joined = claimsAnother ? null : _claimed;
        }

        if (joined is not null)
        {
            // Facts already announced for the joined row are not announced again.
            await links.JoinAsync(_provider, _account, joined, _targetId, cancellationToken).ConfigureAwait(false);
            isFirst = isFirst && await links.IsAnnouncedByAsync(
                [.. Names.Where(name => name.Item1 != "payment"), ("payment", _targetId)], cancellationToken).ConfigureAwait(false);
        }

        var after = LedgerEntry.After((_provider, _account, _targetId), row, joined, facts, checkAt, now);
        return new(IsHeld: true, isFirst, after, after.OrderReference ?? checkout?.OrderReference, ClaimsAnother: claimsAnother);
    }

    private string? ClaimOf(string name) => payment.Metadata.TryGetValue(name, out var id) && id.Length > 0 ? StoredText.Id(id) : null;

    // Once money is reported, no other event makes this false.
    private static bool HasMoney(PaymentFacts facts) => facts.Paid is not null || facts.Refunds.Count > 0 || facts.Disputes.Count > 0;
}

/// <summary>What an event of a payment needs from the ledger, besides its rows and the announcement.</summary>
[Flags]
internal enum LedgerNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The row of the checkout that it claims: the event has the money to be its payment.</summary>
    Expected = 1,

    /// <summary>The payment that may be arriving just now: the event is a lookup of the reconciler.</summary>
    Answer = 2,

    /// <summary>The lock of the checkout that it names: another node may be handling an event of it.</summary>
    Checkout = 4,
}
