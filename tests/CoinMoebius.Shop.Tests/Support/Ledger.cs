using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>Rows as the inbox's ledger hands them to handlers.</summary>
internal static class Ledger
{
    /// <summary>The row of a payment of which one event has told.</summary>
    public static PaymentRecord RowOf(PaymentEvent payment) => new()
    {
        Provider = payment.Provider,
        PaymentId = payment.PaymentId,
        CheckoutId = payment.CheckoutId,
        Status = payment.Status,
        Amount = payment.Amount,
        Currency = payment.Currency,
        AmountPaid = payment.IsPaid || payment.Status == PaymentStatus.Partial ? payment.Amount : null,
        PricedAmount = payment.PricedAmount,
        PricedCurrency = payment.PricedCurrency,
        Dispute = payment.Dispute,
        Reference = payment.Reference,
        IsTest = payment.IsTest,
        Metadata = payment.Metadata,
        LastEventId = payment.EventId,
        CreatedAt = default,
        UpdatedAt = default,
    };
}
