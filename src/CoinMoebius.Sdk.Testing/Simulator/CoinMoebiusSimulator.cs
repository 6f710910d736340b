using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// The Cloud API of Coin Moebius on this machine, with a catalogue, payment pages for buyers, and webhooks as the providers send
/// them. No money moves. Use it over a loopback port (<see cref="StartAsync"/>), mounted in another app
/// (<see cref="CoinMoebiusSimulatorEndpoints.MapCoinMoebiusSimulator"/>) or without sockets (<see cref="CreateHandler"/>).
/// </summary>
/// <remarks>
/// It logs nothing, answers this machine only, and delivers webhooks to this machine only. All members are thread-safe. Methods that
/// change a transaction throw <see cref="KeyNotFoundException"/> for an unknown id and <see cref="InvalidOperationException"/> for a
/// step that is not possible; they take the id of the transaction or the provider's payment id, and end when the webhook's first
/// attempt is over.
/// </remarks>
public sealed class CoinMoebiusSimulator : IAsyncDisposable
{
    private readonly TransactionBook _book;
    private readonly SubscriptionBook _subscriptions;
    private readonly WebhookSender _sender;
    private readonly Lock _gate = new();
    private readonly List<ITimer> _settlements = [];
    private SimulatorHost? _host;
    private InMemoryPipeline? _pipeline;

    /// <summary>Creates a simulator without a port of its own.</summary>
    /// <param name="options">What it plays.</param>
    /// <exception cref="ArgumentException">An option is unusable; the message says which.</exception>
    public CoinMoebiusSimulator(CoinMoebiusSimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        Ids = new(options.Seed);
        Tokens = new(options.TimeProvider);
        RateLimit = new(options.TimeProvider);
        _book = new(options.TimeProvider);
        _subscriptions = new(options);
        _sender = new(options);
    }

    /// <summary>The project that it plays.</summary>
    public string ProjectId => Options.ProjectId;

    /// <summary>The address for <c>BaseAddress</c> of a client: of the port, or <c>http://localhost/</c> without one.</summary>
    public Uri BaseAddress => _host?.Address ?? InMemoryPipeline.Address;

    /// <summary>All transactions, oldest first.</summary>
    public IReadOnlyList<SimulatorTransaction> Transactions => _book.All;

    /// <summary>All webhooks, oldest first.</summary>
    public IReadOnlyList<SimulatorDelivery> Deliveries => _sender.All;

    internal CoinMoebiusSimulatorOptions Options { get; }

    internal SimulatorIds Ids { get; }

    internal FormTokens Tokens { get; }

    internal SlidingWindowLimit RateLimit { get; }

    internal SubscriptionBook Subscriptions => _subscriptions;

    /// <summary>Starts a simulator on a loopback port.</summary>
    /// <param name="configure">Says what it plays.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The simulator; dispose it to stop.</returns>
    /// <exception cref="ArgumentException">An option is unusable; the message says which.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<CoinMoebiusSimulator> StartAsync(
        Action<CoinMoebiusSimulatorOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new CoinMoebiusSimulatorOptions();
        configure?.Invoke(options);
        var simulator = new CoinMoebiusSimulator(options);
        try
        {
            simulator._host = await SimulatorHost.StartAsync(simulator, options.Port, cancellationToken).ConfigureAwait(false);
            return simulator;
        }
        catch
        {
            await simulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A handler that calls this simulator in memory, without sockets.</summary>
    public HttpMessageHandler CreateHandler()
    {
        lock (_gate)
        {
            return (_pipeline ??= new(this)).CreateHandler();
        }
    }

    /// <summary>A plain client with <see cref="BaseAddress"/> that calls this simulator in memory and follows no redirects.</summary>
    public HttpClient CreateClient() => new(CreateHandler()) { BaseAddress = BaseAddress };

    /// <summary>The transaction with that id, or null.</summary>
    /// <param name="transactionId">The id of the transaction, or the provider's payment id.</param>
    public SimulatorTransaction? FindTransaction(string transactionId) => _book.TryGet(transactionId, out var found) ? found : null;

    /// <summary>The buyer pays the whole price: <c>succeeded</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> PayAsync(string transactionId, CancellationToken cancellationToken = default) =>
        ChangeAsync(transactionId, Transitions.Pay, cancellationToken);

    /// <summary>The buyer picks a method that takes time: <c>pending</c>, and <c>succeeded</c> after <see cref="CoinMoebiusSimulatorOptions.PayLaterDelay"/>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> PayLaterAsync(string transactionId, CancellationToken cancellationToken = default) =>
        ChangeAsync(transactionId, Transitions.PayLater, cancellationToken);

    /// <summary>The buyer pays too little: <c>partial</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="received">What came in all, in major units; less than the price.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> PayPartAsync(string transactionId, decimal received, CancellationToken cancellationToken = default) =>
        ChangeAsync(transactionId, now => Transitions.PayPart(now, received), cancellationToken);

    /// <summary>The payment is declined, or given up by the buyer: <c>failed</c>, for pay by mail <c>manual_canceled</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> DeclineAsync(string transactionId, CancellationToken cancellationToken = default) =>
        ChangeAsync(transactionId, Transitions.Decline, cancellationToken);

    /// <summary>The merchant gives money back: <c>refunded</c>. Webhook and status carry the total returned so far.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="amount">How much, in major units; all that is left when null.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> RefundAsync(string transactionId, decimal? amount = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(transactionId, now => Transitions.Refund(now, amount), cancellationToken);

    /// <summary>The buyer disputes the payment: <c>disputed</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> DisputeAsync(string transactionId, CancellationToken cancellationToken = default) =>
        ChangeAsync(transactionId, Transitions.Dispute, cancellationToken);

    /// <summary>Undoes a payment by mail: <c>manual_revoked</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> RevokeAsync(string transactionId, CancellationToken cancellationToken = default) =>
        ChangeAsync(transactionId, Transitions.Revoke, cancellationToken);

    /// <summary>Sends a webhook once more, signed anew, whatever came of it before.</summary>
    /// <param name="number">The <see cref="SimulatorDelivery.Number"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="KeyNotFoundException">There is no such delivery.</exception>
    public Task<SimulatorDelivery> SendAgainAsync(long number, CancellationToken cancellationToken = default)
    {
        var signer = _sender.TryGet(number, out var delivery) ? FindRail(delivery.Provider)?.Signer : null;
        return signer is null
            ? throw new KeyNotFoundException($"There is no delivery {number}.")
            : _sender.SendAgainAsync(number, signer, cancellationToken);
    }

    /// <summary>Waits until a webhook has been accepted or given up; does not poll.</summary>
    /// <param name="transactionId">The transaction that it tells about.</param>
    /// <param name="status">The status that it reports; any when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SimulatorDelivery> WaitForDeliveryAsync(
        string transactionId, PaymentStatus? status = null, CancellationToken cancellationToken = default) =>
        WaitForDeliveryAsync(
            delivery => delivery.Outcome != SimulatorDeliveryOutcome.Pending
                && delivery.TransactionId == transactionId && (status is null || delivery.Status == status),
            cancellationToken);

    /// <summary>Waits until a webhook is as described, for example has had two attempts; does not poll.</summary>
    /// <param name="match">Called with each webhook whenever one has changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SimulatorDelivery> WaitForDeliveryAsync(Func<SimulatorDelivery, bool> match, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(match);
        return _sender.WaitAsync(match, cancellationToken);
    }

    /// <summary>Stops the port, if any, and all deliveries.</summary>
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

    internal SimulatorRail? FindRail(PaymentProvider provider) => Options.Rails.FirstOrDefault(rail => rail.Provider == provider);

    internal void Add(SimulatorTransaction transaction) => _book.Add(transaction);

    /// <summary>Takes a step and starts its webhook.</summary>
    /// <returns>The transaction after it, and a task that ends with the webhook's first attempt and never fails.</returns>
    internal (SimulatorTransaction Transaction, Task Sent) Begin(string transactionId, Func<SimulatorTransaction, SimulatorTransaction> step)
    {
        var changed = _book.Change(transactionId, step);
        if (changed.IsAwaitingSettlement && Options.PayLaterDelay != Timeout.InfiniteTimeSpan)
        {
            lock (_gate)
            {
                _settlements.Add(Options.TimeProvider.CreateTimer(Settle, changed.Id, Options.PayLaterDelay, Timeout.InfiniteTimeSpan));
            }
        }

        return (changed, FindRail(changed.Provider) is { } rail ? _sender.Start(rail, changed) : Task.CompletedTask);
    }

    private async Task<SimulatorTransaction> ChangeAsync(
        string transactionId, Func<SimulatorTransaction, SimulatorTransaction> step, CancellationToken cancellationToken)
    {
        var (transaction, sent) = Begin(transactionId, step);
        await sent.WaitAsync(cancellationToken).ConfigureAwait(false);
        return transaction;
    }

    private void Settle(object? transactionId)
    {
        try
        {
            Begin((string)transactionId!, Transitions.Settle);
        }
        catch (InvalidOperationException)
        {
            // The operator was faster, or the simulator has stopped.
        }
    }
}
