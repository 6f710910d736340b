using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Client.Transactions;

/// <summary>Passes the state in a ledger to waits, so that they see webhooks that other processes have handled.</summary>
internal static class TransactionFromLedger
{
    /// <summary>Finds a transaction in a final status; null when the API must be queried.</summary>
    public static async Task<Transaction?> FindAsync(IPaymentLedger ledger, string transactionId, CancellationToken cancellationToken)
    {
        PaymentRecord? record;
        try
        {
            record = await ledger.FindByTransactionAsync(transactionId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A failed database must not end a wait: the API has the status too.
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
