using CoinMoebius.Sdk.EntityFrameworkCore.Inbox;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Ledger;

/// <summary>The ledger in the application's database.</summary>
internal sealed class PaymentLedger<TContext>(
    IServiceScopeFactory scopes, InboxDatabase<TContext> database, InboxSettings options, TimeProvider timeProvider)
    : IPaymentLedger
    where TContext : DbContext
{
    public async Task<PaymentRecord?> FindAsync(
        PaymentProvider provider, string paymentId, string account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paymentId);
        ArgumentNullException.ThrowIfNull(account);
        return await FindRowAsync(provider, paymentId, account, cancellationToken).ConfigureAwait(false) is { } row ? Read(row) : null;
    }

    public async Task<IReadOnlyList<PaymentRefund>> FindRefundsAsync(
        PaymentProvider provider, string paymentId, string account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paymentId);
        ArgumentNullException.ThrowIfNull(account);
        var row = await FindRowAsync(provider, paymentId, account, cancellationToken).ConfigureAwait(false);
        return [.. LedgerEntry.FactsOf(row).Refunds.Select(refund => refund.ToRefund())];
    }

    public Task<IReadOnlyList<PaymentRecord>> FindByCheckoutAsync(
        PaymentProvider provider, string checkoutId, string account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkoutId);
        ArgumentNullException.ThrowIfNull(account);
        var (storedProvider, storedAccount, storedId) = (StoredText.Name(provider.Value), StoredText.Name(account), StoredText.Id(checkoutId));
        return ReadAsync(
            rows => rows.Where(row => row.Provider == storedProvider && row.Account == storedAccount
                    && (row.CheckoutId == storedId || row.PaymentId == storedId))
                .OrderByDescending(row => row.CreatedAt).ThenBy(row => row.PaymentId),
            cancellationToken);
    }

    public Task<IReadOnlyList<PaymentRecord>> FindByReferenceAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var stored = StoredText.Id(reference);
        return ReadAsync(
            rows => rows.Where(row => row.OrderReference == stored || (row.OrderReference == null && row.Reference == stored))
                .OrderByDescending(row => row.CreatedAt),
            cancellationToken);
    }

    public async Task<PaymentRecord?> FindByTransactionAsync(string transactionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionId);
        var stored = StoredText.Id(transactionId);

        var rows = await ReadAsync(rows => rows.Where(row => row.TransactionId == stored), cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0];
    }

    public async Task ExpectAsync(ExpectedPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentException.ThrowIfNullOrEmpty(payment.Currency, nameof(payment));
        if (payment.Id.Length == 0)
        {
            throw new ArgumentException("Set the id of the expected payment, its transaction or its order.", nameof(payment));
        }

        var now = timeProvider.GetUtcNow();
        var checkAt = options.Current.ReconcileAfter is { } wait ? (now + wait).ToUnixTimeMilliseconds() : (long?)null;
        await database.UseAsync(
            (session, token) => session.Links.ExpectAsync(payment, checkAt, now.ToUnixTimeMilliseconds(), token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The payments of any provider with this payment, checkout or transaction id: those that events have reported first, then the payment with
    /// the id itself.
    /// </summary>
    public Task<IReadOnlyList<PaymentRecord>> FindByIdAsync(string paymentId, CancellationToken cancellationToken)
    {
        var stored = StoredText.Id(paymentId);
        return ReadAsync(
            rows => rows.Where(row => row.PaymentId == stored || row.TransactionId == stored || row.CheckoutId == stored)
                .OrderBy(row => row.LastEventId == "").ThenByDescending(row => row.PaymentId == stored).ThenBy(row => row.CreatedAt),
            cancellationToken);
    }

    private Task<LedgerRow?> FindRowAsync(PaymentProvider provider, string paymentId, string account, CancellationToken cancellationToken)
    {
        var (storedProvider, storedAccount, storedId) = (StoredText.Name(provider.Value), StoredText.Name(account), StoredText.Id(paymentId));
        return scopes.UseAsync((TContext context) => context.AllRowsOf<LedgerRow>().FirstOrDefaultAsync(
            row => row.Provider == storedProvider && row.Account == storedAccount && row.PaymentId == storedId, cancellationToken));
    }

    private async Task<IReadOnlyList<PaymentRecord>> ReadAsync(
        Func<IQueryable<LedgerRow>, IQueryable<LedgerRow>> query, CancellationToken cancellationToken)
    {
        var rows = await scopes.UseAsync((TContext context) => query(context.AllRowsOf<LedgerRow>()).ToListAsync(cancellationToken))
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    internal static PaymentRecord Read(LedgerRow row) => new()
    {
        Provider = new(row.Provider),
        Account = row.Account,
        PaymentId = row.PaymentId,
        TransactionId = row.TransactionId,
        CheckoutId = row.CheckoutId,
        SubscriptionId = row.SubscriptionId,
        Status = new(row.Status),
        Amount = row.Amount,
        Currency = row.Currency,
        AmountPaid = row.AmountPaid,
        AmountRefunded = row.AmountRefunded ?? 0,
        PricedAmount = row.PricedAmount,
        PricedCurrency = row.PricedCurrency,
        Dispute = row.Status == PaymentStatus.Values.Disputed ? PaymentStanding.Of(LedgerEntry.FactsOf(row))?.Dispute?.ToDispute() : null,
        Reference = row.OrderReference ?? row.Reference,
        CustomerRef = row.CustomerRef,
        IsTest = row.IsTest,
        Metadata = StoredMetadata.Read(row.Metadata),
        LastEventId = row.LastEventId,
        OccurredAt = row.OccurredAt is { } occurred ? DateTimeOffset.FromUnixTimeMilliseconds(occurred) : null,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.UpdatedAt),
    };
}
