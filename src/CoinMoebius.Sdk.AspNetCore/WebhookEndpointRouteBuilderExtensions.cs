using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.AspNetCore;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk;

/// <summary>Maps the webhook endpoint, which providers call.</summary>
public static class WebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps one POST endpoint for the webhooks of every registered provider. It verifies each delivery and hands the event to the
    /// registered handlers or to the configured inbox.
    /// </summary>
    /// <remarks>
    /// The endpoint responds 200 when it accepts the event or did so before; 400 with one constant text when the event is not authentic; 404
    /// for a provider or account that is not registered; 413 over <see cref="WebhookEndpointOptions.MaxBodySize"/>; 415 for a content type
    /// that the provider does not send; 500 when a handler failed or the options are unusable; 503 with <c>Retry-After</c> when it cannot
    /// process the event at the moment, also when a time limit of the host ended the request. No error page or output cache replaces these
    /// responses. The signature is the proof: the endpoint needs no antiforgery token. A fallback policy does not apply to it, only
    /// authorization required of the endpoint itself or of its group.
    /// </remarks>
    /// <param name="endpoints">The application, or a group.</param>
    /// <param name="pattern">
    /// The route. It must have the parameter <c>{provider}</c>, and may have <c>{account?}</c> for several accounts of one provider.
    /// </param>
    /// <returns>The endpoint, for conventions such as <c>DisableRateLimiting()</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> has no <c>{provider}</c>.</exception>
    /// <exception cref="InvalidOperationException"><c>AddCoinMoebiusWebhooks()</c> was not called on the services.</exception>
    public static IEndpointConventionBuilder MapCoinMoebiusWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/webhooks/{provider}")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (RoutePatternFactory.Parse(pattern).GetParameter(WebhookEndpoint.ProviderParameter) is null)
        {
            throw new ArgumentException(
                $"The route \"{pattern}\" has no {{provider}} parameter, so the provider of a webhook would be unknown. Use for example \"/webhooks/{{provider}}\", or \"/webhooks/{{provider=stripe}}\" for one provider alone.",
                nameof(pattern));
        }

        EnsureRegistered(endpoints, nameof(MapCoinMoebiusWebhooks));
        var endpoint = ActivatorUtilities.CreateInstance<WebhookEndpoint>(endpoints.ServiceProvider);
        return endpoints.MapPost(pattern, (RequestDelegate)endpoint.InvokeAsync)
            .WithDisplayName($"CoinMoebius webhooks {pattern}")
            .WithMetadata(
                new ProducesResponseTypeMetadata(StatusCodes.Status200OK),
                new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(string), ["text/plain"]),
                new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound),
                new ProducesResponseTypeMetadata(StatusCodes.Status413PayloadTooLarge),
                new ProducesResponseTypeMetadata(StatusCodes.Status415UnsupportedMediaType),
                new ProducesResponseTypeMetadata(StatusCodes.Status500InternalServerError),
                new ProducesResponseTypeMetadata(StatusCodes.Status503ServiceUnavailable))
            .DisableAntiforgery()
            .NeverCached()
            .AnonymousUnlessAuthorized();
    }

    internal static void EnsureRegistered(IEndpointRouteBuilder endpoints, string method)
    {
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IWebhookVerifiers)) == false)
        {
            throw new InvalidOperationException(
                $"{method} needs the webhook services. Call builder.Services.AddCoinMoebiusWebhooks() before builder.Build().");
        }
    }
}
