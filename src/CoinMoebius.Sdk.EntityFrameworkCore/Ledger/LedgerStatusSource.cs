using CoinMoebius.Sdk.Client.Statuses;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>Returns the status of a payment for a buyer's page: from the ledger, otherwise from memory or the API.</summary>
internal sealed class LedgerStatusSource<TContext>(PaymentLedger<TContext> ledger, PaymentStatusSource others) : IPaymentStatusSource
    where TContext : DbContext
{
    public async ValueTask<PaymentStatusReport?> FindAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paymentId);
        var record = await ledger.FindByIdAsync(paymentId, cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : null;
        if (record is not { LastEventId.Length: > 0 }
            && await others.FindAsync(paymentId, isKnown: record is not null, cancellationToken).ConfigureAwait(false) is { } report)
        {
            return report with { Provider = report.Provider ?? record?.Provider };
        }

        if (record is null)
        {
            return null;
        }

        return new()
        {
            PaymentId = paymentId,
            Status = record.Status,
            Provider = record.Provider,
            Amount = record.Amount,
            Currency = record.Currency,
            Metadata = record.Metadata,
            Timestamp = record.OccurredAt ?? record.UpdatedAt,
        };
    }
}
