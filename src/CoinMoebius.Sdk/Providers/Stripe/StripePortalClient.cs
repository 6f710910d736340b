using System.Diagnostics;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Stripe.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>The client of Stripe's API. With a container use <c>AddStripePortalClient</c>; without one keep a single instance.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class StripePortalClient : IStripePortalClient, IDisposable
{
    private readonly ApiClient<StripePortalOptions> _api;

    /// <summary>
    /// Creates a client over an <see cref="HttpClient"/> of your own. Retries, time-outs and the key are added on top of it; turn off
    /// <c>AllowAutoRedirect</c> in its handler, and leave its <see cref="HttpClient.Timeout"/> above
    /// <see cref="ApiClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its base address and default headers are not touched; it is not disposed.</param>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public StripePortalClient(HttpClient httpClient, StripePortalOptions options, TimeProvider? timeProvider = null)
        : this(ApiConnection<StripePortalOptions>.Over(httpClient, options, timeProvider))
    {
    }

    internal StripePortalClient(ApiConnection<StripePortalOptions> connection) => _api = new(connection);

    /// <summary>
    /// Creates a client with connections of its own, which it renews every five minutes so that changes of DNS are seen (on .NET
    /// Framework set <c>ServicePoint.ConnectionLeaseTimeout</c> yourself). Keep one for the life of the process, and dispose it at the end.
    /// </summary>
    /// <param name="options">The options. Copied: later changes do not count.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable; the message says what to do.</exception>
    public static StripePortalClient Create(StripePortalOptions options, TimeProvider? timeProvider = null) =>
        new(ApiConnection<StripePortalOptions>.Create(options, timeProvider));

    /// <inheritdoc/>
    public Task<StripePortalSession> CreatePortalSessionAsync(StripePortalSessionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var fields = StripeForm.Fields(JsonSerializer.SerializeToElement(request, StripeJson.Default.StripePortalSessionRequest), nameof(request));
        return _api.SendAsync(Create("v1/billing_portal/sessions", fields), ReadPortalSession, 0, cancellationToken);
    }

    /// <summary>Closes the connections of a client made with <see cref="Create(StripePortalOptions, TimeProvider?)"/>.</summary>
    public void Dispose() => _api.Dispose();

    // Stripe answers a second request with the same key as it answered the first, so that any failure may be tried again.
    private ApiCall Create(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        ApiCall.Form(path, fields, ApiRetry.Idempotent) with
        {
            Headers = [new("Stripe-Version", _api.Options.ApiVersion), new("Idempotency-Key", Guid.NewGuid().ToString("D"))],
        };

    private static StripePortalSession ReadPortalSession(ReadOnlyMemory<byte> body, int unused)
    {
        var session = JsonSerializer.Deserialize(body.Span, StripeJson.Default.StripePortalSession) ?? throw new AnswerException("is null");
        return session.Url is null ? throw new AnswerException("holds no page to send the customer to") : session;
    }
}
