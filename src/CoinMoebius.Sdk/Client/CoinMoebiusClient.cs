using System.Runtime.CompilerServices;
using System.Text.Json;
using CoinMoebius.Sdk.Client;
using CoinMoebius.Sdk.Client.Checkouts;
using CoinMoebius.Sdk.Client.Projects;
using CoinMoebius.Sdk.Client.Subscriptions;
using CoinMoebius.Sdk.Client.Transactions;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk;

/// <summary>The client of the Coin Moebius Cloud API. With a container use <c>AddCoinMoebius</c>; without one keep a single instance.</summary>
public sealed class CoinMoebiusClient : ApiClient<CoinMoebiusOptions>, ICoinMoebiusClient
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

    private readonly OptionsSource _options;
    private readonly PollBudget _budget;
    private readonly PollScheduler _scheduler;
    private readonly IPaymentLedger? _ledger;
    private readonly IDisposable? _events;

    /// <inheritdoc cref="ApiClient{TOptions}(HttpClient, TOptions, TimeProvider)"/>
    /// <param name="httpClient">Sends the requests. The client neither reads its base address and default headers nor disposes it.</param>
    /// <param name="options">The options. The client copies them: later changes have no effect.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="events">Announces this process's webhooks, which end waits at once; none by default.</param>
    public CoinMoebiusClient(
        HttpClient httpClient, CoinMoebiusOptions options, TimeProvider? timeProvider = null, IPaymentEventNotifier? events = null)
        : this(ApiConnection<CoinMoebiusOptions>.Over(httpClient, options, timeProvider), events)
    {
    }

    /// <inheritdoc cref="ApiClient{TOptions}(TOptions, TimeProvider)"/>
    /// <param name="options">The options. The client copies them: later changes have no effect.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="events">Announces this process's webhooks, which end waits at once; none by default.</param>
    public CoinMoebiusClient(CoinMoebiusOptions options, TimeProvider? timeProvider = null, IPaymentEventNotifier? events = null)
        : this(ApiConnection<CoinMoebiusOptions>.Create(options, timeProvider), events)
    {
    }

    internal CoinMoebiusClient(
        ApiConnection<CoinMoebiusOptions> connection, IPaymentEventNotifier? events, Func<double>? random = null, IPaymentLedger? ledger = null)
        : base(connection)
    {
        _ledger = ledger;
        _options = new OptionsSource(connection.Options);
        _budget = new PollBudget(TimeProvider);
        _scheduler = new PollScheduler(PollAsync, () => _options.LastValid, _budget, TimeProvider, random ?? Backoff.NextRandom);
        _events = events?.Subscribe(news => TransactionFromEvent.Apply(_scheduler, news));
    }

    /// <inheritdoc/>
    public Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var options = _options.Current;
        var path = $"api/checkout/{Segment(request.Provider, nameof(request))}/{Project(options)}";
        return SendAsync(
            new CallState(options, new(HttpMethod.Post, path, CheckoutJson.Write(request), ApiRetry.NotReceived)),
            static (body, provider) => ApiTransport.ReadDocument(body, CheckoutJson.Read, provider), request.Provider, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Transaction> GetStatusAsync(string transactionId, CancellationToken cancellationToken = default)
    {
        var options = _options.Current;
        return GetStatusAsync(transactionId, options, ApiRetry.Idempotent, () => _budget.Count(options.PollsPerMinute), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Transaction> WaitForCompletionAsync(string transactionId, WaitOptions options, CancellationToken cancellationToken = default)
    {
        Validate(transactionId, options);
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<Transaction>(cancellationToken)
            : Start(transactionId, options, options.Progress, cancellationToken).Task;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Transaction> WatchAsync(string transactionId, WaitOptions options, CancellationToken cancellationToken = default)
    {
        Validate(transactionId, options);
        return Watch(transactionId, options, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Uri> CreatePortalUrlAsync(PortalRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        SafeUrls.RequirePage(request.ReturnUrl, nameof(request.ReturnUrl), nameof(request));
        var options = _options.Current;
        var path = $"api/subscriptions/{Project(options)}/{SafeUrls.EscapeSegment(request.SubscriptionId, nameof(request))}/portal-url";
        var call = request.ReturnUrl is { } returnUrl
            ? ApiCall.Post(path, new PortalBody(returnUrl.AbsoluteUri), PortalJson.Default.PortalBody)
            : ApiCall.Post(path);
        return SendAsync(
            new CallState(options, call),
            static (body, _) => ApiTransport.ReadDocument(body, static (answer, _) => CheckoutJson.ReadPage(answer), 0), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ProjectInfo> GetProjectInfoAsync(CancellationToken cancellationToken = default)
    {
        var options = _options.Current;
        return SendAsync(
            new CallState(options, ApiCall.Get($"api/projects/{Project(options)}/public-info")),
            static (body, _) => ApiTransport.ReadDocument(body, static (answer, _) => ProjectJson.Read(answer), 0), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Uri GetWebhookUrl(PaymentProvider provider)
    {
        var options = _options.Current;
        return ApiRequest.Url(options, $"webhook/{Segment(provider, nameof(provider))}/{Project(options)}");
    }

    /// <summary>Ends all waits with an <see cref="ObjectDisposedException"/>, and closes the connections that the client owns.</summary>
    /// <param name="disposing">True when called by <see cref="ApiClient{TOptions}.Dispose()"/>.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _events?.Dispose();
            _scheduler.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string Project(CoinMoebiusOptions options) => SafeUrls.EscapeSegment(options.ProjectId, nameof(options.ProjectId));

    private static string Segment(PaymentProvider provider, string parameterName) => SafeUrls.EscapeSegment(provider.Value, parameterName);

    private static void Validate(string transactionId, WaitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SafeUrls.EscapeSegment(transactionId, nameof(transactionId));
        if (options.Timeout is { } timeout && timeout != Timeout.InfiniteTimeSpan && (timeout < TimeSpan.Zero || timeout > LongestWait))
        {
            throw new ArgumentOutOfRangeException(nameof(options), timeout, "The time-out must be between zero and 24 days, or infinite.");
        }
    }

    private static Transaction ReadTransaction(ReadOnlyMemory<byte> body, string id)
    {
        var transaction = JsonSerializer.Deserialize(body.Span, TransactionJson.Default.Transaction);
        return transaction switch
        {
            null or { Status.Value: "" } => throw new AnswerException("is no transaction"),
            { Id: "" or null } => transaction with { Id = id },
            _ => transaction,
        };
    }

    private async Task<Transaction> PollAsync(string transactionId, CancellationToken cancellationToken) =>
        _ledger is not null && await TransactionFromLedger.FindAsync(_ledger, transactionId, cancellationToken).ConfigureAwait(false) is { } known
            ? known
            : await GetStatusAsync(transactionId, _options.Current, ApiRetry.Never, attempting: null, cancellationToken).ConfigureAwait(false);

    private async Task<Transaction> GetStatusAsync(
        string transactionId, CoinMoebiusOptions options, ApiRetry retry, Action? attempting, CancellationToken cancellationToken)
    {
        var path = $"status/{Project(options)}/{SafeUrls.EscapeSegment(transactionId, nameof(transactionId))}";
        try
        {
            var transaction = await SendAsync(
                new CallState(options, new(HttpMethod.Get, path, null, retry), attempting),
                static (body, id) => ReadTransaction(body, id), transactionId, cancellationToken).ConfigureAwait(false);
            _budget.Answered();
            return transaction;
        }
        catch (CoinMoebiusRateLimitException exception)
        {
            _budget.Refused(exception.RetryAfter);
            throw;
        }
    }

    private TransactionWait Start(
        string transactionId, WaitOptions options, IProgress<Transaction>? progress, CancellationToken cancellationToken)
    {
        // Polling goes by the last usable options, so there must be some.
        _ = _options.Current;
        return TransactionWait.Start(_scheduler, transactionId, options, progress, TimeProvider, cancellationToken);
    }

    private async IAsyncEnumerable<Transaction> Watch(
        string transactionId, WaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var feed = new TransactionFeed(options.Progress);
        var wait = Start(transactionId, options, feed, cancellationToken);
        try
        {
            while (true)
            {
                // Read before the last look: what a wait reports, it reports before it ends.
                var ended = wait.Task.IsCompleted;
                while (feed.TryTake(out var change))
                {
                    yield return change!;
                }

                if (ended)
                {
                    await wait.Task.ConfigureAwait(false);
                    yield break;
                }

                await Task.WhenAny(wait.Task, feed.News).ConfigureAwait(false);
            }
        }
        finally
        {
            wait.Leave();
            _ = wait.Task.Exception;
        }
    }
}
