using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Client.Statuses;

/// <summary>Keeps the status of payments that this process has handled, and queries the API about others.</summary>
internal sealed class PaymentStatusSource : IPaymentStatusSource, IDisposable
{
    private const int MaxIdLength = 128;

    private readonly object _gate = new();
    private readonly BoundedMap<string, PaymentStatusReport> _handled;
    private readonly PaymentStatusLookup? _lookup;
    private readonly TimeProvider _timeProvider;
    private readonly IDisposable _subscription;

    public PaymentStatusSource(
        IPaymentEventNotifier notifier,
        IOptionsMonitor<PaymentStatusSourceOptions> options,
        TimeProvider timeProvider,
        ICoinMoebiusClient? client = null)
    {
        var capacity = options.CurrentValue.Capacity;
        _timeProvider = timeProvider;
        _handled = new(capacity);
        _lookup = client is null
            ? null
            : new((id, cancellationToken) => AskAsync(client, id, cancellationToken), () => options.CurrentValue, capacity, timeProvider);
        _subscription = notifier.Subscribe(Remember);
    }

    public ValueTask<PaymentStatusReport?> FindAsync(string paymentId, CancellationToken cancellationToken = default) =>
        FindAsync(paymentId, isKnown: false, cancellationToken);

    /// <summary>Finds a payment.</summary>
    /// <param name="paymentId">The text of a possible id.</param>
    /// <param name="isKnown">True for an id that this application has stored itself.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async ValueTask<PaymentStatusReport?> FindAsync(string paymentId, bool isKnown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paymentId);
        lock (_gate)
        {
            if (_handled.Find(paymentId) is { } report)
            {
                return report;
            }
        }

        return _lookup is not null && MayBeId(paymentId)
            ? await _lookup.FindAsync(paymentId, isKnown, cancellationToken).ConfigureAwait(false)
            : null;
    }

    public void Dispose() => _subscription.Dispose();

    private void Remember(PaymentEvent payment)
    {
        var report = new PaymentStatusReport
        {
            PaymentId = payment.PaymentId,
            Status = payment.Status,
            Provider = payment.Provider,
            Amount = PaymentStatusRules.AmountOf(payment),
            Currency = payment.Currency,
            Metadata = payment.Metadata,
            Timestamp = payment.OccurredAt ?? _timeProvider.GetUtcNow(),
        };
        lock (_gate)
        {
            if (_handled.Find(report.PaymentId) is not { } known
                || known.Provider != report.Provider || PaymentStatusRules.Replaces(known.Status, payment))
            {
                _handled.TrySet(report.PaymentId, report);
            }
        }
    }

    private static async Task<PaymentStatusReport?> AskAsync(ICoinMoebiusClient client, string paymentId, CancellationToken cancellationToken)
    {
        try
        {
            var transaction = await client.GetStatusAsync(paymentId, cancellationToken).ConfigureAwait(false);
            return new()
            {
                PaymentId = paymentId,
                Status = transaction.Status,
                Provider = ProviderOf(transaction),
                Amount = transaction.Amount,
                Currency = transaction.Currency,
                Metadata = transaction.AdditionalFields?.TryGetValue("metadata", out var metadata) == true
                    ? EventMetadata.From(metadata).ToDictionary()
                    : EmptyMetadata.Instance,
                Timestamp = transaction.UpdatedAt ?? transaction.CreatedAt,
            };
        }
        catch (Exception exception) when (exception is CoinMoebiusNotFoundException or CoinMoebiusValidationException or ArgumentException)
        {
            return null;
        }
    }

    private static PaymentProvider? ProviderOf(Transaction transaction) =>
        transaction.AdditionalFields?.TryGetValue("provider", out var provider) == true && provider.Text() is { } id ? new PaymentProvider(id) : null;

    // A text that cannot be an id causes no call.
    private static bool MayBeId(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or ':'))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= MaxIdLength;
    }
}
