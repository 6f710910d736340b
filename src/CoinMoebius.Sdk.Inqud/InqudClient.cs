using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Inqud.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>The client of Inqud's API. With a container use <c>AddInqudClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class InqudClient : IInqudClient, IDisposable
{
    private const string Acquiring = "v1/user/crypto-acquiring/";
    private const string OnRamp = "v1/user/on-ramp/";
    private const string Payments = "v1/user/payments";

    private readonly ApiClient<InqudOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the credentials are added on top of it;
    /// turn off <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public InqudClient(HttpClient httpClient, InqudOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<InqudOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal InqudClient(ApiConnection<InqudOptions> connection) => _api = new(connection);

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static InqudClient Create(InqudOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<InqudOptions>.Create(options, timeProvider));

    /// <inheritdoc/>
    public Task<InqudCheckout> CreateCheckoutAsync(
        InqudNewCheckout checkout, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkout);
        checkout.Validate(nameof(checkout));
        var call = ApiCall.Post($"{Acquiring}{Project(projectId)}/checkouts", checkout, InqudJson.Default.InqudNewCheckout);
        return _api.SendAsync(call, InqudAnswers.Checkout, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudCheckout> GetCheckoutAsync(string checkoutId, string? projectId = null, CancellationToken cancellationToken = default) =>
        _api.SendAsync(ApiCall.Get(_api.Options.PathOfCheckout(checkoutId, projectId)), InqudAnswers.Checkout, checkoutId, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<InqudCheckout> WatchCheckoutAsync(
        string checkoutId, string? projectId = null, CancellationToken cancellationToken = default)
    {
        // So that a wrong argument shows here and not at the first step of the enumeration.
        _api.Options.PathOfCheckout(checkoutId, projectId);
        return _api.WatchAsync(
            token => GetCheckoutAsync(checkoutId, projectId, token),
            static checkout => (checkout.Status, checkout.Reason, checkout.Request is null ? default : StateOf(checkout.Request)),
            static checkout => checkout.Status.IsFinal,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudDepositOptions> GetDepositOptionsAsync(string? projectId = null, CancellationToken cancellationToken = default) =>
        _api.SendAsync(
            ApiCall.Get($"{Acquiring}{Project(projectId)}/deposit-options"), InqudJson.Default.InqudDepositOptions, cancellationToken);

    /// <inheritdoc/>
    public Task<InqudRequest> CreateRequestAsync(InqudNewRequest request, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var call = ApiCall.Post($"{Acquiring}{Project(projectId)}/requests", request, InqudJson.Default.InqudNewRequest);
        return _api.SendAsync(call, InqudAnswers.Request, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudRequest> GetRequestAsync(string requestId, CancellationToken cancellationToken = default) =>
        _api.SendAsync(ApiCall.Get(PathOfRequest(requestId)), InqudAnswers.Request, requestId, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<InqudRequest> WatchRequestAsync(string requestId, CancellationToken cancellationToken = default)
    {
        PathOfRequest(requestId);
        return _api.WatchAsync(token => GetRequestAsync(requestId, token), StateOf, static request => request.Status.IsFinal, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudStaticBundle> GetOrCreateStaticBundleAsync(
        InqudNewStaticBundle bundle, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        bundle.Validate(nameof(bundle));
        var call = ApiCall.Post($"{Acquiring}{Project(projectId)}/static/bundles", bundle, InqudJson.Default.InqudNewStaticBundle);
        return _api.SendAsync(call with { Retry = ApiRetry.Idempotent }, InqudJson.Default.InqudStaticBundle, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudRate> GetRateAsync(string baseAsset, string quoteAsset, CancellationToken cancellationToken = default)
    {
        var path = $"{Acquiring}rates/{Segment(baseAsset, nameof(baseAsset))}/{Segment(quoteAsset, nameof(quoteAsset))}";
        return _api.SendAsync(ApiCall.Get(path), InqudAnswers.Rate, (baseAsset, quoteAsset), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InqudBalance>> GetBalancesAsync(CancellationToken cancellationToken = default) =>
        _api.SendAsync(ApiCall.Get("v1/user/wallet/balances"), static (body, _) => InqudAnswers.Balances(body), 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<InqudPayment>> ListPaymentsAsync(CancellationToken cancellationToken = default) =>
        ReadPaymentsAsync(Payments, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<InqudPayment>> FindPaymentsAsync(string orderId, CancellationToken cancellationToken = default) =>
        ReadPaymentsAsync($"{Payments}/search?orderId={Segment(orderId, nameof(orderId))}", cancellationToken);

    /// <inheritdoc/>
    public Task<InqudPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default) =>
        _api.SendAsync(ApiCall.Get($"{Payments}/{Segment(paymentId, nameof(paymentId))}"), InqudAnswers.Payment, paymentId, cancellationToken);

    /// <inheritdoc/>
    public Task<InqudOnRampCheckout> CreateOnRampCheckoutAsync(
        InqudNewOnRampCheckout checkout, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkout);
        checkout.Validate(nameof(checkout));
        var path = $"{OnRamp}{_api.Options.OnRampProject(projectId)}/checkouts";
        return _api.SendAsync(
            ApiCall.Post(path, checkout, InqudJson.Default.InqudNewOnRampCheckout), InqudAnswers.OnRampCheckout, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudOnRampCheckout> GetOnRampCheckoutAsync(
        string checkoutId, string? projectId = null, CancellationToken cancellationToken = default)
    {
        var path = $"{OnRamp}{_api.Options.OnRampProject(projectId)}/checkouts/{Segment(checkoutId, nameof(checkoutId))}";
        return _api.SendAsync(ApiCall.Get(path), InqudAnswers.OnRampCheckout, checkoutId, cancellationToken);
    }

    /// <summary>Closes the connections of a client made with <see cref="Create"/>.</summary>
    public void Dispose() => _api.Dispose();

    private static (InqudRequestStatus, InqudPaymentStatus?, string?, decimal?) StateOf(InqudRequest request) =>
        (request.Status, request.PaymentStatus, request.Reason, request.PaidAmount);

    private static string PathOfRequest(string requestId) => $"{Acquiring}requests/{Segment(requestId, nameof(requestId))}";

    private static string Segment(string id, string parameterName) => SafeUrls.EscapeSegment(id, parameterName);

    private string Project(string? projectId) => _api.Options.Project(projectId);

    private Task<IReadOnlyList<InqudPayment>> ReadPaymentsAsync(string path, CancellationToken cancellationToken) =>
        _api.SendAsync(ApiCall.Get(path), static (body, _) => InqudAnswers.Payments(body), 0, cancellationToken);
}
