using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Client;

/// <summary>The access token of a REST app (OAuth 2.0 client credentials), kept until shortly before it ends.</summary>
#pragma warning disable CA1001 // a semaphore whose wait handle is never asked for holds nothing to dispose
internal sealed class AccessTokens(ApiTransport transport, TimeProvider timeProvider)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // Wrong credentials would otherwise cost a request for each delivery, forged ones included.
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Answer? _last;

    /// <summary>The token of the app in the options.</summary>
    /// <param name="options">The app, and how it may be asked about.</param>
    /// <param name="refused">A token that the API has just refused, or null; it is not handed out again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CoinMoebiusAuthenticationException">PayPal refuses the credentials, or did so a moment ago.</exception>
    /// <exception cref="CoinMoebiusException">PayPal gave none.</exception>
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
            // Whoever waited finds what the one before him was given.
            var answer = Known(app, refused);
            if (answer is null)
            {
                _last = answer = await RequestAsync(app, options, cancellationToken).ConfigureAwait(false);
            }

            return answer.TokenOrThrow();
        }
        finally
        {
            _gate.Release();
        }
    }

    private Answer? Known(App app, PayPalAccessToken? refused) =>
        _last is { } last && last.App == app && last.Until > timeProvider.GetUtcNow() && (refused is null || last.Token?.Value != refused.Value)
            ? last
            : null;

    private async Task<Answer> RequestAsync(App app, PayPalTokenOptions options, CancellationToken cancellationToken)
    {
        // A second token harms nobody, so the request may be sent again.
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

    /// <param name="App">Whose it is.</param>
    /// <param name="Token">The token, or null.</param>
    /// <param name="Refusal">Why there is none.</param>
    /// <param name="Until">How long this is so.</param>
    private sealed record Answer(App App, PayPalAccessToken? Token, CoinMoebiusApiException? Refusal, DateTimeOffset Until)
    {
        // Many may be told of one refusal, each with an exception of his own.
        public PayPalAccessToken TokenOrThrow() => Token ?? throw new CoinMoebiusAuthenticationException(
            $"PayPal gave no access token: it answered {(int)Refusal!.StatusCode}. Check ClientId, ClientSecret and Environment.", Refusal)
        {
            StatusCode = Refusal.StatusCode,
            ErrorCode = Refusal.ErrorCode,
            ErrorMessage = Refusal.ErrorMessage,
            RetryAfter = Refusal.RetryAfter,
            ResponseBody = Refusal.ResponseBody,
        };

        public override string ToString() => nameof(Answer);
    }
}
