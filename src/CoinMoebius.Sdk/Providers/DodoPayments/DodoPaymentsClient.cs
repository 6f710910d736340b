using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.DodoPayments.Json;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>The client of Dodo Payments' API. With a container use <c>AddDodoPaymentsClient</c>; without one keep a single instance.</summary>
public sealed class DodoPaymentsClient : ApiClient<DodoPaymentsOptions>, IDodoPaymentsClient
{
    /// <inheritdoc/>
    public DodoPaymentsClient(HttpClient httpClient, DodoPaymentsOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public DodoPaymentsClient(DodoPaymentsOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal DodoPaymentsClient(ApiConnection<DodoPaymentsOptions> connection)
        : base(connection)
    {
    }

    /// <inheritdoc/>
    public Task<DodoPaymentsCheckout> CreateCheckoutAsync(DodoPaymentsCheckoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        DodoPaymentsChecks.Checkout(request, nameof(request));
        var call = ApiCall.Post("checkouts", request, DodoPaymentsJson.Default.DodoPaymentsCheckoutRequest);
        return SendAsync(call, static (body, _) => DodoPaymentsAnswers.Checkout(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DodoPaymentsPortalSession> CreatePortalSessionAsync(
        DodoPaymentsPortalRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        SafeUrls.RequirePage(request.ReturnUrl, nameof(request.ReturnUrl), nameof(request));
        var path = $"customers/{SafeUrls.EscapeSegment(request.CustomerId, nameof(request))}/customer-portal/session";
        var query = string.Join("&", Query(request));
        var call = ApiCall.Post(query.Length == 0 ? path : $"{path}?{query}");
        return SendAsync(call, static (body, _) => DodoPaymentsAnswers.PortalSession(body), 0, cancellationToken);
    }

    private static IEnumerable<string> Query(DodoPaymentsPortalRequest request)
    {
        if (request.SendEmail)
        {
            yield return "send_email=true";
        }

        if (request.ReturnUrl is { } returnUrl)
        {
            yield return "return_url=" + Uri.EscapeDataString(returnUrl.AbsoluteUri);
        }
    }
}
