using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>Tells waits what a verified webhook says.</summary>
internal static class TransactionFromEvent
{
    /// <summary>
    /// An event updates what goes by its payment's own id, which the provider wrote. What else it names is a claim that buyers can write:
    /// it only hurries the next look, at the ledger or at the API, and ends no wait of another.
    /// </summary>
    public static void Apply(PollScheduler scheduler, PaymentEvent news)
    {
        scheduler.Update(news.PaymentId, last => From(news, last));
        if (news.Metadata.TryGetValue(ReconciledEvent.TransactionIdName, out var claimed))
        {
            scheduler.Hurry(claimed);
        }

        if (news.Reference is { } reference)
        {
            scheduler.Hurry(reference);
        }
    }

    private static Transaction From(PaymentEvent news, Transaction? last)
    {
        var takenBack = PaymentStatusRules.TakenBackBy(news);
        return new()
        {
            Id = last?.Id ?? news.PaymentId,
            Status = news.Status,
            TakesBack = takenBack,
            Amount = takenBack is null ? news.Amount ?? last?.Amount : null,
            Currency = news.Currency ?? last?.Currency,
            IsTest = news.IsTest ?? last?.IsTest,
            CreatedAt = last?.CreatedAt,
            UpdatedAt = news.OccurredAt ?? last?.UpdatedAt,
            AdditionalFields = last?.AdditionalFields,
        };
    }
}
