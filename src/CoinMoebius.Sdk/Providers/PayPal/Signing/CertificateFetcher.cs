using System.Net;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>Fetches the text of a certificate URL: one request, no redirects, limited in size and time.</summary>
internal sealed class CertificateFetcher(Func<HttpClient> http, TimeProvider timeProvider)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Fetches the text of a certificate URL.</summary>
    /// <param name="url">A URL that <see cref="CertificateUrl"/> allows.</param>
    /// <returns>The text, or null when PayPal responds that there is none, or sends more than a certificate.</returns>
    /// <exception cref="WebhookVerificationUnavailableException">No such response was received.</exception>
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
                    $"PayPal's certificate could not be fetched: the response was {(int)response.StatusCode}.");
            }

            // After a redirect, the request contains the final address.
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
