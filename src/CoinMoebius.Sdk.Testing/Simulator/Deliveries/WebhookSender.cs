using System.Diagnostics.CodeAnalysis;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Delivers webhooks in the background, retries those that were not accepted, and records them.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private readonly SimulatorOptions _options;
    private readonly ChangeSignal _changed = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpMessageInvoker _http;
    private readonly Lock _gate = new();
    private readonly List<SimulatorDelivery> _deliveries = [];
    private readonly Dictionary<string, Turn> _lastTurn = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _running = [];

    public WebhookSender(SimulatorOptions options)
    {
        _options = options;
        _http = options.WebhookHandler is { } handler
            ? new(handler, disposeHandler: false)
            : new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = options.DeliveryTimeout });
    }

    public IReadOnlyList<SimulatorDelivery> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    /// <summary>Starts a delivery.</summary>
    /// <returns>A task that ends after the first attempt; for a delivery that is held back, at once.</returns>
    public Task Start(IWebhookSigner signer, SimulatorTransaction transaction, Uri url, byte[] body) => Start(signer, new SimulatorDelivery
    {
        Number = 0,
        TransactionId = transaction.Id,
        Provider = signer.Provider,
        Status = transaction.News?.Status ?? transaction.Status,
        Refund = transaction.News?.Refund,
        Dispute = transaction.News?.Dispute,
        Url = url,
        IsUrlOfTransaction = transaction.WebhookUrl == url,
        Body = body,
    });

    /// <summary>Starts a delivery about a subscription.</summary>
    public Task Start(IWebhookSigner signer, TestSubscription subscription, Uri url) => Start(signer, new SimulatorDelivery
    {
        Number = 0,
        TransactionId = subscription.SubscriptionId,
        Provider = signer.Provider,
        Status = new(subscription.Status.Value),
        Subscription = subscription.Type,
        Url = url,
        Body = signer.CreateSubscriptionBody(subscription),
    });

    private Task Start(IWebhookSigner signer, SimulatorDelivery described)
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
            {
                throw new ObjectDisposedException(null, "The simulator has stopped.");
            }

            var delivery = described with { Number = _deliveries.Count + 1 };
            _deliveries.Add(delivery);
            var before = _lastTurn.GetValueOrDefault(delivery.TransactionId);
            var turn = new Turn { IsHeld = _options.ReorderDeliveries && before is not { IsHeld: true, Overtaken.Task.IsCompleted: false } };
            _lastTurn[delivery.TransactionId] = turn;

            // Task.Run keeps the work from starting under the lock.
            Track(Task.Run(() => RunAsync(delivery.Number, signer, before, turn), CancellationToken.None));
            return turn.IsHeld ? Task.CompletedTask : turn.Sent.Task;
        }
    }

    /// <summary>Sends a delivery again, regardless of its outcome.</summary>
    public async Task<SimulatorDelivery> SendAgainAsync(long number, IWebhookSigner signer, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        await AttemptAsync(number, signer, linked.Token).ConfigureAwait(false);
        _changed.Raise();
        return Get(number);
    }

    public Task<SimulatorDelivery> WaitAsync(Func<SimulatorDelivery, bool> match, CancellationToken cancellationToken) =>
        _changed.WaitAsync(() => All.FirstOrDefault(match), cancellationToken);

    public bool TryGet(long number, [NotNullWhen(true)] out SimulatorDelivery? delivery)
    {
        lock (_gate)
        {
            delivery = number >= 1 && number <= _deliveries.Count ? _deliveries[(int)number - 1] : null;
            return delivery is not null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            _stopping.Cancel();
            running = [.. _running];
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(long number, IWebhookSigner signer, Turn? before, Turn turn)
    {
        var cancellationToken = _stopping.Token;
        try
        {
            await WaitForTurnAsync(before, turn, cancellationToken).ConfigureAwait(false);
            for (var attempt = 0; Get(number).Outcome == SimulatorDeliveryOutcome.Pending; attempt++)
            {
                if (await AttemptAsync(number, signer, cancellationToken).ConfigureAwait(false))
                {
                    if (_options.DuplicateDeliveries)
                    {
                        await AttemptAsync(number, signer, cancellationToken).ConfigureAwait(false);
                    }

                    break;
                }

                if (attempt == _options.RetryDelays.Count)
                {
                    Change(number, delivery => delivery with { Outcome = SimulatorDeliveryOutcome.GivenUp });
                    break;
                }

                // The delay starts first, because an observer of the failed attempt may advance a manual clock at once.
                var delay = Task.Delay(_options.RetryDelays[attempt], _options.TimeProvider, cancellationToken);
                turn.Release(before);
                _changed.Raise();
                await delay.ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The simulator is stopping.
        }
        finally
        {
            turn.Release(before);
            _changed.Raise();
        }
    }

    private async Task WaitForTurnAsync(Turn? before, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsHeld)
        {
            var window = Task.Delay(_options.ReorderWindow, _options.TimeProvider, cancellationToken);
            await Task.WhenAny(turn.Overtaken.Task, window).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            turn.Overtaken.TrySetResult();
        }
        else if (before is { IsHeld: false })
        {
            // First attempts keep the order of events.
            await before.Sent.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> AttemptAsync(long number, IWebhookSigner signer, CancellationToken cancellationToken)
    {
        var delivery = Get(number);
        using var timeout = new CancellationTokenSource(_options.DeliveryTimeout, _options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        int? statusCode = null;
        string? error = null;
        try
        {
            using var request = Sign(signer, delivery);
            using var response = await _http.SendAsync(request, linked.Token).ConfigureAwait(false);
            statusCode = (int)response.StatusCode;
        }
        catch (HttpRequestException exception)
        {
            error = exception.HttpRequestError.ToString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            error = "Timeout";
        }

        var attempt = new SimulatorDeliveryAttempt(_options.TimeProvider.GetUtcNow(), statusCode, error);
        Change(number, now => now with
        {
            Attempts = [.. now.Attempts, attempt],
            Outcome = attempt.IsSuccess ? SimulatorDeliveryOutcome.Delivered : now.Outcome,
        });
        return attempt.IsSuccess;
    }

    // A URL that the merchant set for one payment is called unchanged, because the merchant has already added any proof to its query.
    private static HttpRequestMessage Sign(IWebhookSigner signer, SimulatorDelivery delivery)
    {
        var signed = signer.Sign(delivery.Body, delivery.Url);
        return (delivery.IsUrlOfTransaction ? signed with { Query = SignedWebhook.NoQuery } : signed).ToHttpRequest(delivery.Url);
    }

    private SimulatorDelivery Get(long number) =>
        TryGet(number, out var delivery) ? delivery : throw new KeyNotFoundException($"There is no delivery {number}.");

    private void Change(long number, Func<SimulatorDelivery, SimulatorDelivery> change)
    {
        lock (_gate)
        {
            _deliveries[(int)number - 1] = change(_deliveries[(int)number - 1]);
        }
    }

    private void Track(Task task)
    {
        _running.Add(task);
        task.ContinueWith(
            done =>
            {
                lock (_gate)
                {
                    _running.Remove(done);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    /// <summary>The position of a delivery among those about one transaction.</summary>
    private sealed class Turn
    {
        public bool IsHeld { get; init; }

        public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Overtaken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release(Turn? before)
        {
            Sent.TrySetResult();
            before?.Overtaken.TrySetResult();
        }
    }
}
