using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Says whether a body is worth reading, by its content type.</summary>
internal static class WebhookMediaType
{
    public static bool IsAccepted(HttpRequest request, IWebhookVerifier verifier)
    {
        if (verifier is not IWebhookMediaTypes types)
        {
            // What nearly all of them send, without parsing it.
            return request.ContentType is "application/json" || request.HasJsonContentType();
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var header)
            && header.MediaType.Value is { } mediaType
            && types.Accepts(mediaType.ToLowerInvariant());
    }
}
