using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.DodoPayments.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>The client of Dodo Payments' API. With a container use <c>AddDodoPaymentsClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class DodoPaymentsClient : IDodoPaymentsClient, IDisposable
{
    private readonly ApiClient<DodoPaymentsOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the credentials are added on top of it;
    /// turn off <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public DodoPaymentsClient(HttpClient httpClient, DodoPaymentsOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<DodoPaymentsOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal DodoPaymentsClient(ApiConnection<DodoPaymentsOptions> connection) => _api = new(connection);

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static DodoPaymentsClient Create(DodoPaymentsOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<DodoPaymentsOptions>.Create(options, timeProvider));

    /// <inheritdoc/>
    public Task<DodoPaymentsCheckout> CreateCheckoutAsync(DodoPaymentsNewCheckout checkout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkout);
        DodoPaymentsChecks.Checkout(checkout, nameof(checkout));
        var call = ApiCall.Post("checkouts", checkout, DodoPaymentsJson.Default.DodoPaymentsNewCheckout);
        return _api.SendAsync(call, static (body, _) => DodoPaymentsAnswers.Checkout(body), 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DodoPaymentsPortalSession> CreatePortalSessionAsync(
        string customerId, Uri? returnUrl = null, bool sendEmail = false, CancellationToken cancellationToken = default)
    {
        DodoPaymentsChecks.Page(returnUrl, "The page to return to", nameof(returnUrl));
        var path = $"customers/{SafeUrls.EscapeSegment(customerId, nameof(customerId))}/customer-portal/session";
        var query = string.Join("&", Query(returnUrl, sendEmail));
        var call = ApiCall.Post(query.Length == 0 ? path : $"{path}?{query}");
        return _api.SendAsync(call, static (body, _) => DodoPaymentsAnswers.PortalSession(body), 0, cancellationToken);
    }

    /// <summary>Closes the connections of a client made with <see cref="Create"/>.</summary>
    public void Dispose() => _api.Dispose();

    private static IEnumerable<string> Query(Uri? returnUrl, bool sendEmail)
    {
        if (sendEmail)
        {
            yield return "send_email=true";
        }

        if (returnUrl is not null)
        {
            yield return "return_url=" + Uri.EscapeDataString(returnUrl.AbsoluteUri);
        }
    }
}
