using System.Net;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>Gets the text behind a certificate URL: one request, no redirects, bounded in size and time.</summary>
internal sealed class CertificateFetcher(Func<HttpClient> http, TimeProvider timeProvider)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Fetches.</summary>
    /// <param name="url">A URL that <see cref="CertificateUrl"/> allows.</param>
    /// <returns>The text, or null when PayPal says that there is nothing, or sends what no certificate can be.</returns>
    /// <exception cref="WebhookVerificationUnavailableException">No such answer was to be had.</exception>
    public async Task<string?> FetchAsync(string url)
    {
        using var limit = timeProvider.CreateCancellationTokenSource(Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var response = await http()
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                .ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                return null;
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new WebhookVerificationUnavailableException(
                    $"PayPal's certificate could not be fetched: the answer was {(int)response.StatusCode}.");
            }

            // A client that follows redirects leaves the place it went to in the request.
            if (response.RequestMessage?.RequestUri is { } answered && answered.AbsoluteUri != url)
            {
                throw new WebhookVerificationUnavailableException("PayPal's certificate could not be fetched: the request was redirected.");
            }

            return await BoundedContent.ReadTextAsync(response.Content, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not WebhookVerificationUnavailableException)
        {
            throw new WebhookVerificationUnavailableException("PayPal's certificate could not be fetched.", exception);
        }
    }
}
