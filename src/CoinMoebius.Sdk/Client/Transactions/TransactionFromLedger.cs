using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>Tells waits what a ledger knows: webhooks that other processes have handled.</summary>
internal static class TransactionFromLedger
{
    /// <summary>Finds a transaction that is over; null when the API must be asked.</summary>
    public static async Task<Transaction?> FindAsync(IPaymentLedger ledger, string transactionId, CancellationToken cancellationToken)
    {
        PaymentRecord? record;
        try
        {
            record = await ledger.FindByTransactionAsync(transactionId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A database that does not answer must not end a wait: the API knows as well.
            return null;
        }

        return record is not { Status.IsFinal: true }
            ? null
            : new()
            {
                Id = transactionId,
                Status = record.Status,
                Amount = record.Amount,
                Currency = record.Currency,
                IsTest = record.IsTest,
                CreatedAt = record.CreatedAt,
                UpdatedAt = record.OccurredAt ?? record.UpdatedAt,
            };
    }
}
