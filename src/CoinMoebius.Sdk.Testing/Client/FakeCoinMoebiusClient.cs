using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// An <see cref="ICoinMoebiusClient"/> in memory, for unit tests. A test sets each transaction's state, and waits end when it does so:
/// nothing polls and no time passes. All members are thread-safe.
/// </summary>
/// <param name="timeProvider">The clock of <see cref="WaitOptions.Timeout"/> and timestamps; the system's unless given.</param>
public sealed class FakeCoinMoebiusClient(TimeProvider? timeProvider = null) : ICoinMoebiusClient
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Transaction> _transactions = new(StringComparer.Ordinal);
    private readonly List<(string Id, Channel<Transaction> Changes)> _watchers = [];
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly List<FakeCall> _calls = [];
    private int _checkouts;

    /// <summary>The calls so far, oldest first, including those that <see cref="FailNext"/> makes fail.</summary>
    public IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>
    /// Creates checkouts. Unless set, the first one is a <see cref="RedirectCheckout"/> to <c>https://pay.example/tx_1</c> with <c>tx_1</c> as its
    /// transaction, the next has <c>tx_2</c>, and so on; all of them are pending.
    /// </summary>
    public Func<CheckoutRequest, Checkout>? OnCreateCheckout { get; set; }

    /// <summary>Answers portal pages. By default with <c>https://pay.example/portal/</c> and the subscription's id.</summary>
    public Func<PortalRequest, Uri>? OnCreatePortalUrl { get; set; }

    /// <summary>Answers <see cref="SendRawAsync"/>; without it the call throws.</summary>
    public Func<RawRequest, RawResponse>? OnSendRaw { get; set; }

    /// <summary>The result of <see cref="GetProjectInfoAsync"/>. Unless set, project <c>demo</c> with Stripe and PayPal.</summary>
    public ProjectInfo ProjectInfo { get; set; } = new()
    {
        ProjectId = "demo",
        Providers =
        [
            new() { Id = PaymentProvider.Stripe, Name = ProviderNames.Of(PaymentProvider.Stripe) },
            new() { Id = PaymentProvider.PayPal, Name = ProviderNames.Of(PaymentProvider.PayPal) },
        ],
    };

    /// <summary>Makes the next call throw. Several exceptions are thrown one after the other.</summary>
    /// <param name="exception">The exception.</param>
    public void FailNext(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        _failures.Enqueue(exception);
    }

    /// <summary>Sets a transaction's state, and notifies the calls that wait for it.</summary>
    /// <param name="transaction">The transaction, identified by its <see cref="Transaction.Id"/>.</param>
    public void Set(Transaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentException.ThrowIfNullOrWhiteSpace(transaction.Id, nameof(transaction));
        lock (_gate)
        {
            _transactions[transaction.Id] = transaction;
            foreach (var watcher in _watchers.Where(watcher => watcher.Id == transaction.Id))
            {
                watcher.Changes.Writer.TryWrite(transaction);
            }
        }
    }

    /// <summary>Sets a transaction's status, and ends the waits for it when the status is final. An unknown id creates a transaction.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="status">The status.</param>
    /// <param name="amount">The amount; unchanged when null.</param>
    public void Complete(string transactionId, PaymentStatus status, decimal? amount = null)
    {
        lock (_gate)
        {
            var before = _transactions.GetValueOrDefault(transactionId) ?? New(transactionId);
            Set(before with { Status = status, Amount = amount ?? before.Amount, UpdatedAt = _timeProvider.GetUtcNow() });
        }
    }

    /// <summary>Pays a transaction: <see cref="Complete(string, PaymentStatus, decimal?)"/> with <see cref="PaymentStatus.Succeeded"/>.</summary>
    /// <param name="transactionId">The transaction.</param>
    public void Complete(string transactionId) => Complete(transactionId, PaymentStatus.Succeeded);

    /// <summary>Ends the waits for a transaction with an exception.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="exception">The exception that they throw.</param>
    public void FailWaits(string transactionId, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        lock (_gate)
        {
            foreach (var watcher in _watchers.Where(watcher => watcher.Id == transactionId))
            {
                watcher.Changes.Writer.TryComplete(exception);
            }
        }
    }

    /// <inheritdoc/>
    public Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(new(nameof(CreateCheckoutAsync)) { Checkout = request }, () => (OnCreateCheckout ?? CreateCheckout)(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Transaction> GetStatusAsync(string transactionId, CancellationToken cancellationToken = default) =>
        AnswerAsync(new(nameof(GetStatusAsync)) { Id = transactionId }, () => Find(transactionId), cancellationToken);

    /// <inheritdoc/>
    public Task<Transaction> WaitForCompletionAsync(string transactionId, WaitOptions options, CancellationToken cancellationToken = default) =>
        LastAsync(Watch(new(nameof(WaitForCompletionAsync)) { Id = transactionId }, options, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<Transaction> WatchAsync(string transactionId, WaitOptions options, CancellationToken cancellationToken = default) =>
        Watch(new(nameof(WatchAsync)) { Id = transactionId }, options, cancellationToken);

    /// <inheritdoc/>
    public Task<Uri> CreatePortalUrlAsync(PortalRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            new(nameof(CreatePortalUrlAsync)) { Id = request.SubscriptionId },
            () => OnCreatePortalUrl?.Invoke(request) ?? new Uri("https://pay.example/portal/" + Uri.EscapeDataString(request.SubscriptionId)),
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="OnSendRaw"/> is not set.</exception>
    public Task<RawResponse> SendRawAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            new(nameof(SendRawAsync)) { Id = request.Path },
            () => (OnSendRaw ?? throw new InvalidOperationException("Set FakeCoinMoebiusClient.OnSendRaw to answer raw calls."))(request),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ProjectInfo> GetProjectInfoAsync(CancellationToken cancellationToken = default) =>
        AnswerAsync(new(nameof(GetProjectInfoAsync)), () => ProjectInfo, cancellationToken);

    /// <inheritdoc/>
    public Uri GetWebhookUrl(PaymentProvider provider) => new($"https://api.example/webhook/{provider}/{ProjectInfo.ProjectId}");

    private static async Task<Transaction> LastAsync(IAsyncEnumerable<Transaction> changes)
    {
        Transaction? last = null;
        await foreach (var change in changes.ConfigureAwait(false))
        {
            last = change;
        }

        return last!;
    }

    private void Record(FakeCall call)
    {
        lock (_gate)
        {
            _calls.Add(call);
        }
    }

    private async Task<T> AnswerAsync<T>(FakeCall call, Func<T> answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Record(call);
        await Task.CompletedTask.ConfigureAwait(false);
        return _failures.TryDequeue(out var failure) ? throw failure : answer();
    }

    private RedirectCheckout CreateCheckout(CheckoutRequest request)
    {
        var id = $"tx_{Interlocked.Increment(ref _checkouts)}";
        Set(New(id) with { Amount = request.Amount, Currency = request.Currency });
        return new() { Provider = request.Provider, TransactionId = id, PaymentId = id, Url = new("https://pay.example/" + id) };
    }

    private Transaction New(string id) => new()
    {
        Id = id,
        Status = PaymentStatus.Pending,
        IsTest = true,
        CreatedAt = _timeProvider.GetUtcNow(),
        UpdatedAt = _timeProvider.GetUtcNow(),
    };

    private Transaction Find(string id)
    {
        lock (_gate)
        {
            return _transactions.GetValueOrDefault(id)
                ?? throw new CoinMoebiusNotFoundException($"The fake client has no transaction \"{id}\".") { StatusCode = HttpStatusCode.NotFound };
        }
    }

    private IAsyncEnumerable<Transaction> Watch(FakeCall call, WaitOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Record(call);
        var changes = Channel.CreateUnbounded<Transaction>();
        if (_failures.TryDequeue(out var failure))
        {
            changes.Writer.Complete(failure);
        }

        // The watch starts now, not when the caller begins to read.
        lock (_gate)
        {
            _watchers.Add((call.Id!, changes));
            if (_transactions.GetValueOrDefault(call.Id!) is { } now)
            {
                changes.Writer.TryWrite(now);
            }
        }

        return ReadAsync(changes, options, cancellationToken);
    }

    private async IAsyncEnumerable<Transaction> ReadAsync(
        Channel<Transaction> changes, WaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var timeout = options.Timeout ?? Timeout.InfiniteTimeSpan;
        using var timer = new CancellationTokenSource(timeout, _timeProvider);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        Transaction? last = null;
        try
        {
            while (last is null || !(options.Until?.Invoke(last) ?? last.Status.IsFinal))
            {
                try
                {
                    last = await changes.Reader.ReadAsync(ends.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    var reason = $"The transaction was not final within {timeout}.";
                    throw new CoinMoebiusTimeoutException(reason, new TimeoutException(reason)) { LastTransaction = last };
                }
                catch (OperationCanceledException)
                {
                    throw new OperationCanceledException(cancellationToken);
                }
                catch (ChannelClosedException closed) when (closed.InnerException is { } failure)
                {
                    ExceptionDispatchInfo.Throw(failure);
                }

                options.Progress?.Report(last);
                yield return last;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.RemoveAll(watcher => watcher.Changes == changes);
            }
        }
    }
}
