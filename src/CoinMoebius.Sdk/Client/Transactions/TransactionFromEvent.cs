using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>Passes the state in a verified webhook to waits.</summary>
internal static class TransactionFromEvent
{
    /// <summary>
    /// An event updates the transaction with its payment's own id, which the provider wrote. Other ids in it are claims that buyers can
    /// write: they only trigger the next look at the ledger or the API, and cannot end another wait.
    /// </summary>
    public static void Apply(PollScheduler scheduler, PaymentEvent payment)
    {
        scheduler.Update(payment.PaymentId, last => From(payment, last));
        if (payment.Metadata.TryGetValue(ReconciledEvent.TransactionIdName, out var claimed))
        {
            scheduler.PollNow(claimed);
        }

        if (payment.Reference is { } reference)
        {
            scheduler.PollNow(reference);
        }
    }

    private static Transaction From(PaymentEvent payment, Transaction? last)
    {
        var takenBack = PaymentStatusRules.TakenBackBy(payment);
        return new()
        {
            Id = last?.Id ?? payment.PaymentId,
            Status = payment.Status,
            TakesBack = takenBack,
            Amount = takenBack is null ? payment.Amount ?? last?.Amount : null,
            Currency = payment.Currency ?? last?.Currency,
            IsTest = payment.IsTest ?? last?.IsTest,
            CreatedAt = last?.CreatedAt,
            UpdatedAt = payment.OccurredAt ?? last?.UpdatedAt,
            AdditionalFields = last?.AdditionalFields,
        };
    }
}
