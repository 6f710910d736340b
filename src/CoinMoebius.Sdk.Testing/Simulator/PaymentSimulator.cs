using CoinMoebius.Sdk.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Simulates a payment system on this machine: payments whose state the test or an operator changes, pages for buyers, and webhooks signed
/// like those of the real system. No money moves.
/// </summary>
/// <remarks>
/// The simulator logs nothing, accepts callers on this machine only, and delivers webhooks to this machine only. All members are thread-safe.
/// Methods that change a transaction take its id or the provider's payment id, and end when the webhook's first attempt is over. They throw
/// <see cref="KeyNotFoundException"/> for an unknown id and <see cref="InvalidOperationException"/> for a step that is not possible.
/// </remarks>
public abstract class PaymentSimulator : IAsyncDisposable
{
    private protected PaymentSimulator(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Stage = new(options, this);
    }

    /// <summary>The base address for a client: on the port, or <c>http://localhost/</c> without one.</summary>
    public virtual Uri BaseAddress => Stage.Address;

    /// <summary>
    /// The page that lists transactions and webhooks, with buttons to refund, dispute and resend. For a simulator mounted in another app, the
    /// page is at its prefix instead.
    /// </summary>
    public Uri OperatorPage => new(Stage.Address, "simulator");

    /// <summary>All transactions, oldest first.</summary>
    public IReadOnlyList<SimulatorTransaction> Transactions => Stage.Book.All;

    /// <summary>All webhooks, oldest first.</summary>
    public IReadOnlyList<SimulatorDelivery> Deliveries => Stage.Deliveries;

    internal SimulatorStage Stage { get; }

    /// <summary>The title of the operator's page.</summary>
    internal abstract Html Subject { get; }

    /// <summary>A handler that calls this simulator in memory, without sockets.</summary>
    public HttpMessageHandler CreateHandler() => Stage.CreateHandler();

    /// <summary>A plain client with <see cref="BaseAddress"/> that calls this simulator in memory and follows no redirects.</summary>
    public HttpClient CreateClient() => new(CreateHandler()) { BaseAddress = BaseAddress };

    /// <summary>The transaction with that id, or null.</summary>
    /// <param name="transactionId">The id of the transaction, or the provider's payment id.</param>
    public SimulatorTransaction? FindTransaction(string transactionId) => Stage.Find(transactionId);

    /// <summary>The buyer pays the whole price: <c>succeeded</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> PayAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.Pay, cancellationToken);

    /// <summary>
    /// The buyer chooses a method that takes time: <c>pending</c>, and <c>succeeded</c> after <see cref="SimulatorOptions.PayLaterDelay"/>.
    /// </summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> PayLaterAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.PayLater, cancellationToken);

    /// <summary>The buyer pays too little: <c>partial</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="received">The total received, in major units; less than the price.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> PayPartAsync(string transactionId, decimal received, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, now => Transitions.PayPart(now, received), cancellationToken);

    /// <summary>The payment is declined, or the buyer cancels it: <c>failed</c>; for pay by mail <c>manual_canceled</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> DeclineAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.Decline, cancellationToken);

    /// <summary>A payment attempt fails: a webhook reports <c>failed</c>, the transaction stays open, and the next attempt may succeed.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> FailAttemptAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.FailAttempt, cancellationToken);

    /// <summary>The merchant refunds all that is left: <c>refunded</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> RefundAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, static now => Transitions.Refund(now, null), cancellationToken);

    /// <summary>The merchant refunds a part: <c>partially_refunded</c>, or <c>refunded</c> when nothing is left.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="amount">The amount, in major units.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> RefundAsync(string transactionId, decimal amount, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, now => Transitions.Refund(now, amount), cancellationToken);

    /// <summary>The last successful refund fails: the merchant keeps the money.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> FailRefundAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.FailRefund, cancellationToken);

    /// <summary>The merchant wins the dispute: the payment returns to its previous status.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> WinDisputeAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.WinDispute, cancellationToken);

    /// <summary>The merchant loses the dispute: the payment stays <c>disputed</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> LoseDisputeAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.LoseDispute, cancellationToken);

    /// <summary>The buyer disputes the payment: <c>disputed</c>.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait for the webhook's first attempt.</param>
    public Task<SimulatorTransaction> DisputeAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.ChangeAsync(transactionId, Transitions.Dispute, cancellationToken);

    /// <summary>Sends a webhook again with a new signature, regardless of its outcome.</summary>
    /// <param name="number">The <see cref="SimulatorDelivery.Number"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="KeyNotFoundException">There is no such delivery.</exception>
    public Task<SimulatorDelivery> SendAgainAsync(long number, CancellationToken cancellationToken = default) =>
        Stage.SendAgainAsync(number, cancellationToken);

    /// <summary>Waits until a webhook of a transaction has been accepted or given up; does not poll.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SimulatorDelivery> WaitForDeliveryAsync(string transactionId, CancellationToken cancellationToken = default) =>
        Stage.WaitForDeliveryAsync(transactionId, null, cancellationToken);

    /// <summary>Waits until a webhook that reports a status has been accepted or given up; does not poll.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="status">The status.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SimulatorDelivery> WaitForDeliveryAsync(string transactionId, PaymentStatus status, CancellationToken cancellationToken = default) =>
        Stage.WaitForDeliveryAsync(transactionId, status, cancellationToken);

    /// <summary>Waits, without polling, until a webhook meets a condition, for example has had two attempts.</summary>
    /// <param name="match">The condition; called with each webhook whenever one has changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<SimulatorDelivery> WaitForDeliveryAsync(Func<SimulatorDelivery, bool> match, CancellationToken cancellationToken = default) =>
        Stage.WaitForDeliveryAsync(match, cancellationToken);

    /// <summary>Stops the port, if any, and all deliveries.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the port; disposes the simulator when that fails.</summary>
    private protected static async Task<T> ListenAsync<T>(T simulator, CancellationToken cancellationToken)
        where T : PaymentSimulator
    {
        try
        {
            await simulator.Stage.ListenAsync(cancellationToken).ConfigureAwait(false);
            return simulator;
        }
        catch
        {
            await simulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The part of the operator's page about subscriptions.</summary>
    internal virtual Html Subscribers(HttpContext context, SimulatorUrls urls) => Html.Empty;

    /// <summary>The provider of a transaction, if it is connected.</summary>
    internal abstract SimulatorRail? FindRail(PaymentProvider provider);

    /// <summary>The merchant's page to which the buyer returns; null without one.</summary>
    internal abstract string? GetReturnPage(SimulatorTransaction transaction, bool isCanceled);

    /// <summary>The body of the webhook about a transaction; null when the provider sends none.</summary>
    internal virtual byte[]? CreateWebhook(IWebhookSigner signer, SimulatorTransaction transaction, TestPayment payment) =>
        signer.Supports(payment) ? signer.CreateBody(payment) : null;

    /// <summary>Maps everything below a prefix.</summary>
    internal abstract void Map(IEndpointRouteBuilder endpoints, string prefix);
}
