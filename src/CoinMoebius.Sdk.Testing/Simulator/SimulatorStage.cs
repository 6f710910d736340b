using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The common base of all simulators: transactions, the steps that change them, webhooks, a port and an in-memory pipeline.</summary>
internal sealed class SimulatorStage : IAsyncDisposable
{
    private readonly PaymentSimulator _simulator;
    private readonly WebhookSender _sender;
    private readonly Lock _gate = new();
    private readonly List<ITimer> _settlements = [];
    private SimulatorHost? _host;
    private InMemoryPipeline? _pipeline;

    public SimulatorStage(SimulatorOptions options, PaymentSimulator simulator)
    {
        _simulator = simulator;
        Options = options;
        Ids = new(options.Seed);
        Book = new(options.TimeProvider);
        _sender = new(options);
    }

    public SimulatorOptions Options { get; }

    public SimulatorIds Ids { get; }

    public TransactionBook Book { get; }

    public Html Subject => _simulator.Subject;

    public Html Subscribers(HttpContext context, SimulatorUrls urls) => _simulator.Subscribers(context, urls);

    /// <summary>The root of the port, or of the in-memory pipeline.</summary>
    public Uri Address => _host?.Address ?? InMemoryPipeline.Address;

    public IReadOnlyList<SimulatorDelivery> Deliveries => _sender.All;

    /// <summary>Opens the port.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken) =>
        _host = await SimulatorHost.StartAsync(endpoints => _simulator.Map(endpoints, ""), Options.Port, cancellationToken).ConfigureAwait(false);

    public HttpMessageHandler CreateHandler()
    {
        lock (_gate)
        {
            return (_pipeline ??= new(endpoints => _simulator.Map(endpoints, ""))).CreateHandler();
        }
    }

    public SimulatorTransaction? Find(string transactionId) => Book.TryGet(transactionId, out var found) ? found : null;

    public SimulatorRail? FindRail(PaymentProvider provider) => _simulator.FindRail(provider);

    public string? GetReturnPage(SimulatorTransaction transaction, bool isCanceled) => _simulator.GetReturnPage(transaction, isCanceled);

    /// <summary>Takes a step and starts its webhook.</summary>
    /// <returns>The transaction after the step, and a task that ends with the webhook's first attempt and never fails.</returns>
    public (SimulatorTransaction Transaction, Task Sent) Begin(string transactionId, Func<SimulatorTransaction, SimulatorTransaction> step)
    {
        var changed = Book.Change(transactionId, step);
        if (changed.IsAwaitingSettlement && Options.PayLaterDelay != Timeout.InfiniteTimeSpan)
        {
            lock (_gate)
            {
                _settlements.Add(Options.TimeProvider.CreateTimer(Settle, changed.Id, Options.PayLaterDelay, Timeout.InfiniteTimeSpan));
            }
        }

        return (changed, Notify(changed));
    }

    /// <summary>Takes a step and waits for the first attempt of its webhook.</summary>
    public async Task<SimulatorTransaction> ChangeAsync(
        string transactionId, Func<SimulatorTransaction, SimulatorTransaction> step, CancellationToken cancellationToken)
    {
        var (transaction, sent) = Begin(transactionId, step);
        await sent.WaitAsync(cancellationToken).ConfigureAwait(false);
        return transaction;
    }

    /// <summary>Starts the webhook about a transaction's current state, if its provider has one and there is a URL for it.</summary>
    public Task Notify(SimulatorTransaction transaction)
    {
        if (_simulator.FindRail(transaction.Provider) is not { Signer: { } signer } rail || (transaction.WebhookUrl ?? rail.WebhookUrl) is null)
        {
            return Task.CompletedTask;
        }

        return _simulator.CreateWebhook(signer, transaction, Describe(transaction, signer)) is { } body ? Deliver(transaction, body) : Task.CompletedTask;
    }

    /// <summary>Starts a webhook with the caller's body, to the URL for the transaction's webhooks.</summary>
    public Task Deliver(SimulatorTransaction transaction, byte[] body) =>
        _simulator.FindRail(transaction.Provider) is { Signer: { } signer } rail && (transaction.WebhookUrl ?? rail.WebhookUrl) is { } url
            ? _sender.Start(signer, transaction, url, body)
            : Task.CompletedTask;

    /// <summary>Starts the webhooks about a subscription that its provider supports, one after the other.</summary>
    public Task Deliver(PaymentProvider provider, IReadOnlyList<TestSubscription> events) =>
        _simulator.FindRail(provider) is { Signer: { } signer, WebhookUrl: { } url }
            ? Task.WhenAll(events.Where(one => signer.SubscriptionTypes.Contains(one.Type)).Select(one => _sender.Start(signer, one, url)).ToList())
            : Task.CompletedTask;

    /// <summary>Sends a delivery again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such delivery.</exception>
    public Task<SimulatorDelivery> SendAgainAsync(long number, CancellationToken cancellationToken)
    {
        var signer = _sender.TryGet(number, out var delivery) ? _simulator.FindRail(delivery.Provider)?.Signer : null;
        return signer is null
            ? throw new KeyNotFoundException($"There is no delivery {number}.")
            : _sender.SendAgainAsync(number, signer, cancellationToken);
    }

    public Task<SimulatorDelivery> WaitForDeliveryAsync(string transactionId, PaymentStatus? status, CancellationToken cancellationToken) =>
        WaitForDeliveryAsync(
            delivery => delivery.Outcome != SimulatorDeliveryOutcome.Pending
                && delivery.TransactionId == transactionId && (status is null || delivery.Status == status),
            cancellationToken);

    public Task<SimulatorDelivery> WaitForDeliveryAsync(Func<SimulatorDelivery, bool> match, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(match);
        return _sender.WaitAsync(match, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }

        lock (_gate)
        {
            _settlements.ForEach(timer => timer.Dispose());
            _settlements.Clear();
        }

        await _sender.DisposeAsync().ConfigureAwait(false);
    }

    private static TestPayment Describe(SimulatorTransaction transaction, IWebhookSigner signer) => new()
    {
        PaymentId = transaction.ProviderPaymentId,
        Status = (transaction.News?.Status ?? transaction.Status) is var reported
            && reported == PaymentStatus.PartiallyRefunded && !signer.Statuses.Contains(reported) ? PaymentStatus.Refunded : reported,
        Refund = transaction.News?.Refund,
        Dispute = transaction.News?.Dispute,
        Amount = transaction.Price,
        MovedAmount = transaction.News?.Refund?.Amount ?? transaction.News?.Dispute?.Amount
            ?? (transaction.Status == PaymentStatus.Partial ? transaction.Received : null),
        Currency = transaction.Currency,
        Reference = transaction.Reference,
        CustomerRef = transaction.Get(CheckoutMetadata.CustomerRef),
        Metadata = transaction.Metadata,
        IsTest = transaction.IsTest,
    };

    private void Settle(object? transactionId)
    {
        try
        {
            Begin((string)transactionId!, Transitions.Settle);
        }
        catch (InvalidOperationException)
        {
            // The operator changed the payment first, or the simulator has stopped.
        }
    }
}
