using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk;

/// <summary>Tells waits what a verified webhook says.</summary>
internal static class TransactionFromEvent
{
    /// <summary>What Coin Moebius adds to the metadata of the payments that it starts.</summary>
    public const string TransactionIdName = "transactionId";

    /// <summary>
    /// An event that names the transaction updates it. A reference only hurries the next poll: buyers can choose some references, and
    /// must not end the wait of another.
    /// </summary>
    public static void Apply(PollScheduler scheduler, PaymentEvent news)
    {
        scheduler.Update(news.PaymentId, last => From(news, news.PaymentId, last));
        if (news.Metadata.TryGetValue(TransactionIdName, out var id) && id != news.PaymentId)
        {
            scheduler.Update(id, last => From(news, id, last));
        }

        if (news.Reference is { } reference)
        {
            scheduler.Hurry(reference);
        }
    }

    private static Transaction From(PaymentEvent news, string id, Transaction? last) => new()
    {
        Id = last?.Id ?? id,
        Status = news.Status,
        Amount = news.Amount ?? last?.Amount,
        Currency = news.Currency ?? last?.Currency,
        IsTest = news.IsTest ?? last?.IsTest,
        CreatedAt = last?.CreatedAt,
        UpdatedAt = news.OccurredAt ?? last?.UpdatedAt,
        AdditionalData = last?.AdditionalData,
    };
}
