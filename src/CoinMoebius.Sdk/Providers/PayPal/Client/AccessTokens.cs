using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Client;

/// <summary>The access token of a REST app (OAuth 2.0 client credentials), cached until shortly before it expires.</summary>
#pragma warning disable CA1001 // a semaphore has nothing to dispose unless its wait handle is used
internal sealed class AccessTokens(ApiTransport transport, TimeProvider timeProvider)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // Otherwise wrong credentials would cost a request for each delivery, even a forged one.
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile TokenResult? _last;

    /// <summary>Returns the token of the app in the options.</summary>
    /// <param name="options">The app and the settings of the request.</param>
    /// <param name="refused">A token that the API has just rejected, or null; the method does not return it again.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="CoinMoebiusAuthenticationException">PayPal rejects the credentials, or did so a moment ago.</exception>
    /// <exception cref="CoinMoebiusException">PayPal returned no token.</exception>
    public async Task<PayPalAccessToken> GetAsync(PayPalTokenOptions options, PayPalAccessToken? refused, CancellationToken cancellationToken)
    {
        var app = new App(options.BaseAddress, options.ClientId, options.ClientSecret);
        if (Known(app, refused) is { } known)
        {
            return known.TokenOrThrow();
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A caller that waited finds the result of the caller before it.
            var result = Known(app, refused);
            if (result is null)
            {
                _last = result = await RequestAsync(app, options, cancellationToken).ConfigureAwait(false);
            }

            return result.TokenOrThrow();
        }
        finally
        {
            _gate.Release();
        }
    }

    private TokenResult? Known(App app, PayPalAccessToken? refused) =>
        _last is { } last && last.App == app && last.Until > timeProvider.GetUtcNow() && (refused is null || last.Token?.Value != refused.Value)
            ? last
            : null;

    private async Task<TokenResult> RequestAsync(App app, PayPalTokenOptions options, CancellationToken cancellationToken)
    {
        // A second token is harmless, so the request may be retried.
        var call = ApiCall.Form("v1/oauth2/token", [new("grant_type", "client_credentials")], ApiRetry.Idempotent);
        var asked = timeProvider.GetUtcNow();
        try
        {
            var token = await transport.SendAsync(
                new CallState(options, call), static (body, asked) => ApiTransport.ReadDocument(body, Read, asked), asked, cancellationToken).ConfigureAwait(false);
            return new(app, token, null, token.ExpiresAt - Margin);
        }
        catch (CoinMoebiusApiException exception) when (exception is CoinMoebiusAuthenticationException or CoinMoebiusValidationException)
        {
            return new(app, null, exception, timeProvider.GetUtcNow() + FailureLifetime);
        }
    }

    private static PayPalAccessToken Read(JsonElement root, DateTimeOffset asked)
    {
        var lifetime = TimeSpan.FromSeconds(root.At("expires_in").Whole() is > 0 and < int.MaxValue and var seconds ? seconds : 0);
        var scopes = root.At("scope").Text()?.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return root.At("access_token").Text() is { } value && OptionsFailures.IsHeaderToken(value)
            ? new(value, asked + lifetime, scopes)
            : throw new AnswerException("holds no access token");
    }

    private sealed record App(Uri BaseAddress, string ClientId, string ClientSecret)
    {
        public override string ToString() => nameof(App);
    }

    /// <param name="App">The app of the token.</param>
    /// <param name="Token">The token, or null.</param>
    /// <param name="Refusal">The error if there is no token.</param>
    /// <param name="Until">When the result expires.</param>
    private sealed record TokenResult(App App, PayPalAccessToken? Token, CoinMoebiusApiException? Refusal, DateTimeOffset Until)
    {
        // Several callers may get one refusal, each with a new exception.
        public PayPalAccessToken TokenOrThrow() => Token ?? throw new CoinMoebiusAuthenticationException(
            $"PayPal returned no access token but {(int)Refusal!.StatusCode}. Check ClientId, ClientSecret and Environment.", Refusal)
        {
            StatusCode = Refusal.StatusCode,
            ErrorCode = Refusal.ErrorCode,
            ErrorMessage = Refusal.ErrorMessage,
            RetryAfter = Refusal.RetryAfter,
            ResponseBody = Refusal.ResponseBody,
        };

        public override string ToString() => nameof(TokenResult);
    }
}
