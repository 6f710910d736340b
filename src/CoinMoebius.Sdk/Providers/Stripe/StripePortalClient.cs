using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Stripe.Json;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>The client of Stripe's API. With a container use <c>AddStripePortalClient</c>; without one keep a single instance.</summary>
public sealed class StripePortalClient : ApiClient<StripePortalOptions>, IStripePortalClient
{
    /// <inheritdoc/>
    public StripePortalClient(HttpClient httpClient, StripePortalOptions options, TimeProvider? timeProvider = null)
        : base(httpClient, options, timeProvider)
    {
    }

    /// <inheritdoc/>
    public StripePortalClient(StripePortalOptions options, TimeProvider? timeProvider = null)
        : base(options, timeProvider)
    {
    }

    internal StripePortalClient(ApiConnection<StripePortalOptions> connection)
        : base(connection)
    {
    }

    /// <inheritdoc/>
    public Task<StripePortalSession> CreatePortalSessionAsync(StripePortalSessionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate(nameof(request));
        var fields = StripeForm.Fields(JsonSerializer.SerializeToElement(request, StripeJson.Default.StripePortalSessionRequest), nameof(request));
        return SendAsync(Create("v1/billing_portal/sessions", fields), ReadPortalSession, 0, cancellationToken);
    }

    // Stripe answers a second request with the same key as it answered the first, so that any failure may be tried again.
    private ApiCall Create(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        ApiCall.Form(path, fields, ApiRetry.Idempotent) with
        {
            Headers = [new("Stripe-Version", Options.ApiVersion), new("Idempotency-Key", Guid.NewGuid().ToString("D"))],
        };

    private static StripePortalSession ReadPortalSession(ReadOnlyMemory<byte> body, int unused)
    {
        var session = JsonSerializer.Deserialize(body.Span, StripeJson.Default.StripePortalSession) ?? throw new AnswerException("is null");
        return session.Url is null ? throw new AnswerException("holds no page to send the customer to") : session;
    }
}
