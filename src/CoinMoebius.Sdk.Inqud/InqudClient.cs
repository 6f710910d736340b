using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>The client of Inqud's API. With a container use <c>AddInqudClient</c>; without one keep a single instance.</summary>
public sealed class InqudClient : ApiClient<InqudOptions>, IInqudClient
{
    private const string Acquiring = "v1/user/crypto-acquiring/";
    private const string OnRamp = "v1/user/on-ramp/";
    private const string Payments = "v1/user/payments";

    /// <inheritdoc/>
    public InqudClient(HttpClient httpClient, InqudOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public InqudClient(InqudOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal InqudClient(ApiConnection<InqudOptions> connection)
        : base(connection)
    {
    }

    /// <inheritdoc/>
    public IInqudClient ForProject(string projectId)
    {
        _ = Segment(projectId, nameof(projectId));
        return With(options => options.ProjectId = projectId);
    }

    /// <inheritdoc/>
    public IInqudClient ForOnRampProject(string projectId)
    {
        _ = Segment(projectId, nameof(projectId));
        return With(options => options.OnRampProjectId = projectId);
    }

    /// <inheritdoc/>
    public Task<InqudCheckout> CreateCheckoutAsync(
        InqudCheckoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var call = ApiCall.Post($"{Acquiring}{Options.Project()}/checkouts", request, InqudJson.Default.InqudCheckoutRequest);
        return SendAsync(call, InqudAnswers.Checkout, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudCheckout> GetCheckoutAsync(string checkoutId, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get(Options.PathOfCheckout(checkoutId)), InqudAnswers.Checkout, checkoutId, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<InqudCheckout> WatchCheckoutAsync(
        string checkoutId, CancellationToken cancellationToken = default)
    {
        // So that a wrong argument shows here and not at the first step of the enumeration.
        Options.PathOfCheckout(checkoutId);
        return PollAsync(
            token => GetCheckoutAsync(checkoutId, token),
            static checkout => (checkout.Status, checkout.Reason, checkout.Request is null ? default : StateOf(checkout.Request)),
            static checkout => checkout.Status.IsFinal,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudDepositOptions> GetDepositOptionsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(
            ApiCall.Get($"{Acquiring}{Options.Project()}/deposit-options"), InqudJson.Default.InqudDepositOptions, cancellationToken);

    /// <inheritdoc/>
    public Task<InqudRequest> CreateRequestAsync(InqudCoinRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var call = ApiCall.Post($"{Acquiring}{Options.Project()}/requests", request, InqudJson.Default.InqudCoinRequest);
        return SendAsync(call, InqudAnswers.Request, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudRequest> GetRequestAsync(string requestId, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get(PathOfRequest(requestId)), InqudAnswers.Request, requestId, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<InqudRequest> WatchRequestAsync(string requestId, CancellationToken cancellationToken = default)
    {
        PathOfRequest(requestId);
        return PollAsync(token => GetRequestAsync(requestId, token), StateOf, static request => request.Status.IsFinal, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudStaticBundle> GetOrCreateStaticBundleAsync(
        InqudStaticBundleRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var call = ApiCall.Post($"{Acquiring}{Options.Project()}/static/bundles", request, InqudJson.Default.InqudStaticBundleRequest);
        return SendAsync(call with { Retry = ApiRetry.Idempotent }, InqudJson.Default.InqudStaticBundle, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudRate> GetRateAsync(string baseAsset, string quoteAsset, CancellationToken cancellationToken = default)
    {
        var path = $"{Acquiring}rates/{Segment(baseAsset, nameof(baseAsset))}/{Segment(quoteAsset, nameof(quoteAsset))}";
        return SendAsync(ApiCall.Get(path), InqudAnswers.Rate, (baseAsset, quoteAsset), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InqudBalance>> GetBalancesAsync(CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get("v1/user/wallet/balances"), static (body, _) => InqudAnswers.Balances(body), 0, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<InqudPayment>> ListPaymentsAsync(CancellationToken cancellationToken = default) =>
        ReadPaymentsAsync(Payments, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<InqudPayment>> FindPaymentsAsync(string orderId, CancellationToken cancellationToken = default) =>
        ReadPaymentsAsync($"{Payments}/search?orderId={Segment(orderId, nameof(orderId))}", cancellationToken);

    /// <inheritdoc/>
    public Task<InqudPayment> GetPaymentAsync(string paymentId, CancellationToken cancellationToken = default) =>
        SendAsync(ApiCall.Get($"{Payments}/{Segment(paymentId, nameof(paymentId))}"), InqudAnswers.Payment, paymentId, cancellationToken);

    /// <inheritdoc/>
    public Task<InqudOnRampCheckout> CreateOnRampCheckoutAsync(
        InqudOnRampCheckoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var path = $"{OnRamp}{Options.OnRampProject()}/checkouts";
        return SendAsync(
            ApiCall.Post(path, request, InqudJson.Default.InqudOnRampCheckoutRequest), InqudAnswers.OnRampCheckout, (string?)null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<InqudOnRampCheckout> GetOnRampCheckoutAsync(
        string checkoutId, CancellationToken cancellationToken = default)
    {
        var path = $"{OnRamp}{Options.OnRampProject()}/checkouts/{Segment(checkoutId, nameof(checkoutId))}";
        return SendAsync(ApiCall.Get(path), InqudAnswers.OnRampCheckout, checkoutId, cancellationToken);
    }

    private static (InqudRequestStatus, InqudPaymentStatus?, string?, decimal?) StateOf(InqudRequest request) =>
        (request.Status, request.PaymentStatus, request.Reason, request.PaidAmount);

    private static string PathOfRequest(string requestId) => $"{Acquiring}requests/{Segment(requestId, nameof(requestId))}";

    private static string Segment(string id, string parameterName) => SafeUrls.EscapeSegment(id, parameterName);

    /// <summary>A client over the same connections, which this one disposes, whose options differ.</summary>
    private InqudClient With(Action<InqudOptions> change)
    {
        var connection = Connection;
        return new(connection with
        {
            Owned = null,
            Options = () =>
            {
                var options = (InqudOptions)connection.Options().Copy();
                change(options);
                return options;
            },
        });
    }

    private Task<IReadOnlyList<InqudPayment>> ReadPaymentsAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(ApiCall.Get(path), static (body, _) => InqudAnswers.Payments(body), 0, cancellationToken);
}
