using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>Decides by the content type whether to read a body.</summary>
internal static class WebhookMediaType
{
    public static bool IsAccepted(HttpRequest request, IWebhookVerifier verifier)
    {
        if (verifier is not IWebhookMediaTypes types)
        {
            // Nearly all providers send exactly this, so skip the parsing.
            return request.ContentType is "application/json" || request.HasJsonContentType();
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var header)
            && header.MediaType.Value is { } mediaType
            && types.Accepts(mediaType.ToLowerInvariant());
    }
}
