using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.AspNetCore;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk;

/// <summary>Maps the status endpoint for a buyer's browser.</summary>
public static class PaymentStatusEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>GET {pattern}?paymentId={id}</c> for the page on which a buyer waits. Responds with
    /// <c>{ status, paymentId, provider, amount, currency, metadata, timestamp }</c> with a status of <c>success</c>, <c>pending</c>,
    /// <c>failed</c>, <c>refunded</c>, <c>disputed</c> or <c>partial</c>, and the timestamp in milliseconds since 1970; 400 without an id, 404 for
    /// an unknown one, 503 with <c>Retry-After</c> when the status is unknown at the moment.
    /// </summary>
    /// <remarks>
    /// The response is for display, not for delivering goods. It never holds the provider's event or the buyer's personal data, and only
    /// the metadata of the keys in <see cref="PaymentStatusEndpointOptions.MetadataKeys"/>. It comes from <see cref="IPaymentStatusSource"/>.
    /// No error page or output cache replaces it. The application decides on authorization: a fallback policy applies.
    /// </remarks>
    /// <param name="endpoints">The application, or a group.</param>
    /// <param name="pattern">The route.</param>
    /// <exception cref="InvalidOperationException"><c>AddCoinMoebiusWebhooks()</c> was not called on the services.</exception>
    public static IEndpointConventionBuilder MapCoinMoebiusStatus(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/payments/status")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        WebhookEndpointRouteBuilderExtensions.EnsureRegistered(endpoints, nameof(MapCoinMoebiusStatus));

        // Created now, so that it sees every payment from the start.
        var endpoint = ActivatorUtilities.CreateInstance<PaymentStatusEndpoint>(endpoints.ServiceProvider);
        return endpoints.MapGet(pattern, (RequestDelegate)endpoint.InvokeAsync)
            .WithDisplayName($"CoinMoebius payment status {pattern}")
            .WithMetadata(
                new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(PaymentStatusAnswer), ["application/json"]),
                new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest),
                new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound),
                new ProducesResponseTypeMetadata(StatusCodes.Status503ServiceUnavailable))
            .NeverCached();
    }
}
