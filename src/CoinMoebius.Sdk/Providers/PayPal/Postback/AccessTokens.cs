using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Providers.PayPal.Certificates;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Postback;

/// <summary>The access token of a REST app (OAuth 2.0 client credentials), kept until shortly before it ends.</summary>
#pragma warning disable CA1001 // a semaphore whose wait handle is never asked for holds nothing to dispose
internal sealed class AccessTokens(TimeProvider timeProvider)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // Wrong credentials would otherwise cost a request for each delivery, forged ones included.
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _token;

    /// <summary>The token of the app in the options.</summary>
    /// <param name="client">Sends the request when there is no token.</param>
    /// <param name="options">The app.</param>
    /// <param name="refused">A token that the API has just refused, or null; it is not handed out again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WebhookVerificationUnavailableException">PayPal gave none.</exception>
    public async Task<string> GetAsync(HttpClient client, PayPalWebhookOptions options, string? refused, CancellationToken cancellationToken)
    {
        var app = new App(options.Environment, options.ClientId!, options.ClientSecret!);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token is not { } token || token.App != app || token.Until <= timeProvider.GetUtcNow() || (refused is not null && token.Value == refused))
            {
                _token = token = await RequestAsync(client, app, cancellationToken).ConfigureAwait(false);
            }

            return token.Value ?? throw new WebhookVerificationUnavailableException("PayPal gave no access token: check ClientId, ClientSecret and Environment.");
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Token> RequestAsync(HttpClient client, App app, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PostbackClient.BaseAddress(app.Environment) + "/v1/oauth2/token");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(app.ClientId + ":" + app.ClientSecret)));
        request.Content = new StringContent("grant_type=client_credentials", Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var now = timeProvider.GetUtcNow();
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return new Token(app, null, now + FailureLifetime);
        }

        if (response.StatusCode != HttpStatusCode.OK
            || await BoundedContent.ReadTextAsync(response.Content, cancellationToken).ConfigureAwait(false) is not { } text)
        {
            throw new WebhookVerificationUnavailableException($"PayPal gave no access token: the answer was {(int)response.StatusCode}.");
        }

        using var answer = JsonDocument.Parse(text);
        var lifetime = TimeSpan.FromSeconds(answer.RootElement.At("expires_in").Whole() is > 0 and < int.MaxValue and var seconds ? seconds : 0);
        return answer.RootElement.At("access_token").Text() is { } value
            ? new Token(app, value, now + lifetime - Margin)
            : throw new WebhookVerificationUnavailableException("PayPal gave no access token.");
    }

    private sealed record App(PayPalEnvironment Environment, string ClientId, string ClientSecret)
    {
        public override string ToString() => nameof(App);
    }

    private sealed record Token(App App, string? Value, DateTimeOffset Until)
    {
        public override string ToString() => nameof(Token);
    }
}
