using System.Data.Common;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>Converts between a row of the ledger and its facts.</summary>
internal static class LedgerEntry
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns = "provider, account, payment_id, transaction_id, order_reference, expected_amount, expected_currency, claimed_id,"
        + " status, amount, currency, reference, customer_ref, is_test, metadata, last_event_id, occurred_at, created_at, updated_at, check_at, checks, facts";

    /// <summary>Reads a row of <see cref="Columns"/>, without the columns that the facts contain.</summary>
    public static LedgerRow Read(DbDataReader row) => new()
    {
        Provider = row.GetString(0),
        Account = row.GetString(1),
        PaymentId = row.GetString(2),
        TransactionId = Text(row, 3),
        OrderReference = Text(row, 4),
        ExpectedAmount = row.IsDBNull(5) ? null : row.GetDecimal(5),
        ExpectedCurrency = Text(row, 6),
        ClaimedId = Text(row, 7),
        Status = row.GetString(8),
        Amount = row.IsDBNull(9) ? null : row.GetDecimal(9),
        Currency = Text(row, 10),
        Reference = Text(row, 11),
        CustomerRef = Text(row, 12),
        IsTest = row.IsDBNull(13) ? null : row.GetBoolean(13),
        Metadata = row.GetString(14),
        LastEventId = row.GetString(15),
        OccurredAt = row.IsDBNull(16) ? null : row.GetInt64(16),
        CreatedAt = row.GetInt64(17),
        UpdatedAt = row.GetInt64(18),
        CheckAt = row.IsDBNull(19) ? null : row.GetInt64(19),
        Checks = row.GetInt32(20),
        Facts = Text(row, 21),
    };

    /// <summary>The values for the statement that writes what events report.</summary>
    public static (string, object?)[] Parameters(LedgerRow row) =>
    [
        ("provider", row.Provider),
        ("account", row.Account),
        ("payment", row.PaymentId),
        ("claimed_id", row.ClaimedId),
        ("checkout_id", row.CheckoutId),
        ("subscription_id", row.SubscriptionId),
        ("status", row.Status),
        ("rank", row.Rank),
        ("amount", row.Amount),
        ("currency", row.Currency),
        ("amount_paid", row.AmountPaid),
        ("amount_refunded", row.AmountRefunded),
        ("priced_amount", row.PricedAmount),
        ("priced_currency", row.PricedCurrency),
        ("reference", row.Reference),
        ("customer_ref", row.CustomerRef),
        ("is_test", row.IsTest),
        ("metadata", row.Metadata),
        ("facts", row.Facts),
        ("last_event_id", row.LastEventId),
        ("occurred_at", row.OccurredAt),
        ("created", row.CreatedAt),
        ("updated_at", row.UpdatedAt),
        ("check_at", row.CheckAt),
        ("checks", row.Checks),
    ];

    /// <summary>What its events have reported so far.</summary>
    public static PaymentFacts FactsOf(LedgerRow? row) =>
        row is null || row.LastEventId.Length == 0 ? PaymentFacts.None
        : row.Facts is { } facts ? PaymentFactsJson.Read(facts, row.Metadata)
        : Older(row);

    /// <summary>The row after an event.</summary>
    /// <param name="name">Provider, account and id.</param>
    /// <param name="before">The row before the event, with what the application wrote; null when there is none.</param>
    /// <param name="joined">What the payment takes over from the row of its checkout; null when there is nothing.</param>
    /// <param name="facts">What the events report, including this one.</param>
    /// <param name="checkAt">When to query the provider if no other event arrives.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    public static LedgerRow After(
        (string Provider, string Account, string PaymentId) name, LedgerRow? before, ExpectedRow? joined, PaymentFacts facts, long? checkAt, long now)
    {
        var standing = PaymentStanding.Of(facts)!;
        var order = before?.OrderReference ?? joined?.Order;
        var expected = before?.ExpectedAmount is null ? (joined?.Amount, joined?.Currency) : (Amount: before.ExpectedAmount, Currency: before.ExpectedCurrency);
        var isUnchanged = before is not null && before.LastEventId == standing.By.EventId && before.Status == standing.Status.Value
            && before.Amount == standing.Amount;
        return new()
        {
            Provider = name.Provider,
            Account = name.Account,
            PaymentId = name.PaymentId,
            TransactionId = before?.TransactionId ?? joined?.TransactionId,
            OrderReference = order,
            ExpectedAmount = expected.Amount,
            ExpectedCurrency = expected.Currency,
            ClaimedId = facts.ClaimedId?.Value,
            CheckoutId = facts.CheckoutId?.Value,
            SubscriptionId = facts.SubscriptionId?.Value,
            Status = StoredText.Name(standing.Status.Value),
            Rank = standing.Status.Rank,
            Amount = standing.Amount ?? expected.Amount,
            Currency = standing.Currency ?? expected.Currency,
            AmountPaid = standing.AmountPaid,
            AmountRefunded = standing.AmountRefunded,
            PricedAmount = facts.Priced?.Value.Amount,
            PricedCurrency = facts.Priced?.Value.Currency,
            Reference = facts.Reference?.Value ?? order,
            CustomerRef = facts.CustomerRef?.Value,
            IsTest = facts.IsTest?.Value,
            Metadata = facts.Metadata,
            Facts = PaymentFactsJson.Write(facts),
            LastEventId = standing.By.EventId,
            OccurredAt = standing.By.OccurredAt > 0 ? standing.By.OccurredAt : null,
            CreatedAt = before?.CreatedAt ?? joined?.CreatedAt ?? now,
            UpdatedAt = isUnchanged ? before!.UpdatedAt : now,
            CheckAt = standing.Status.IsFinal ? null : isUnchanged ? before!.CheckAt : checkAt,
            Checks = isUnchanged ? before!.Checks : 0,
        };
    }

    // A row from before facts were stored: only the last of several events is known, and not whether a refund was full.
    private static PaymentFacts Older(LedgerRow row)
    {
        var status = new PaymentStatus(row.Status);
        var (isRefunded, isDisputed) = (status == PaymentStatus.Refunded, status == PaymentStatus.Disputed);
        var by = new EventOrder((2 * status.Rank) + 1, row.OccurredAt ?? 0, row.LastEventId);
        var implied = isDisputed ? by with { Weight = 2 * PaymentStatus.Succeeded.Rank } : by;
        Reported<Money>? amount = row.Amount is { } known ? new(new(known, row.Currency), by) : null;
        var ids = StoredMetadata.Read(row.Metadata);
        return new()
        {
            Status = new(isDisputed ? PaymentStatus.Values.Succeeded : row.Status, implied),
            Metadata = row.Metadata,
            Amount = isDisputed || isRefunded ? null : amount,
            Paid = status == PaymentStatus.Succeeded || status == PaymentStatus.Partial ? amount : null,
            Reference = Reported(row.Reference),
            CustomerRef = Reported(row.CustomerRef),
            IsTest = row.IsTest is { } isTest ? new(isTest, implied) : null,
            ClaimedId = Reported(row.ClaimedId),
            Refunds = !isRefunded
                ? []
                : [new(ids.GetValueOrDefault("refundId") ?? row.LastEventId, ids.ContainsKey("refundId"), new(RefundStatus.Values.Succeeded, by with { Weight = 1 }), HasSucceeded: true) { Currency = row.Currency, Total = row.Amount }],
            Disputes = !isDisputed
                ? []
                : [new(ids.GetValueOrDefault("disputeId", ""), new(DisputeOutcome.Values.Open, by with { Weight = 0 }), IsInquiry: false) { Currency = row.Currency, Amount = row.Amount }],
        };

        Reported<string>? Reported(string? value) => value is null ? null : new(value, implied);
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
