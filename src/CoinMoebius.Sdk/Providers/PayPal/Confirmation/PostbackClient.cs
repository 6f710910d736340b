using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Providers.PayPal.Client;
using CoinMoebius.Sdk.Providers.PayPal.Signing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal.Confirmation;

/// <summary>
/// Asks PayPal whether a delivery is authentic: <c>POST /v1/notifications/verify-webhook-signature</c>.
/// Source: developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature.
/// </summary>
internal sealed class PostbackClient
{
    // Each forged request costs a call, so only so many run at a time, and so many bodies wait.
    internal const int MaxConcurrentCalls = 16;
    internal const int MaxWaitingCalls = 16;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly ApiTransport _transport;
    private readonly AccessTokens _tokens;
    private readonly TimeProvider _timeProvider;
    private readonly BoundedCalls _calls = new(MaxConcurrentCalls, MaxWaitingCalls);

    // Places that no stranger can take.
    private readonly BoundedCalls _signedCalls = Webhooks.Confirmation.Calls();

    public PostbackClient(Func<HttpClient> http, TimeProvider timeProvider)
    {
        _transport = new(ApiHandlers.Over(http, timeProvider), timeProvider);
        _tokens = new(_transport, timeProvider);
        _timeProvider = timeProvider;
    }

    /// <summary>Asks.</summary>
    /// <param name="transmission">The headers.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">The webhook, and the app to ask as.</param>
    /// <param name="isSigned">True when the signature has been found to be right here.</param>
    /// <param name="cancellationToken">The delivery's.</param>
    /// <exception cref="WebhookVerificationUnavailableException">PayPal gave no answer, or none of the two it documents, or too many wait for one.</exception>
    public async Task<WebhookVerdict> VerifyAsync(
        Transmission transmission, ReadOnlyMemory<byte> body, PayPalWebhookOptions options, bool isSigned, CancellationToken cancellationToken) =>
        IsJsonObject(body.Span)
            ? await Webhooks.Confirmation.AskAsync(
                token => AskAsync(Compose(transmission, body.Span, options.WebhookId), AppOf(options), token),
                Limit,
                "PayPal could not be asked whether a delivery is authentic.",
                _timeProvider,
                cancellationToken,
                isSigned ? _signedCalls : _calls).ConfigureAwait(false)
            : WebhookVerdict.MalformedBody;

    private async Task<WebhookVerdict> AskAsync(byte[] payload, PayPalTokenOptions options, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetAsync(options, null, cancellationToken).ConfigureAwait(false);
        try
        {
            return await AskAsync(payload, options, token, cancellationToken).ConfigureAwait(false);
        }
        catch (CoinMoebiusAuthenticationException exception) when (exception.StatusCode == HttpStatusCode.Unauthorized)
        {
            token = await _tokens.GetAsync(options, refused: token, cancellationToken).ConfigureAwait(false);
            return await AskAsync(payload, options, token, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<WebhookVerdict> AskAsync(byte[] payload, PayPalTokenOptions options, PayPalAccessToken token, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Post, "v1/notifications/verify-webhook-signature", payload, ApiRetry.Never)
        {
            Headers = [new("Authorization", "Bearer " + token.Value)],
            IsAnonymous = true,
            ExpectedStatus = HttpStatusCode.OK,
        };
        return _transport.SendAsync(
            new CallState(options, call), static (body, _) => ApiTransport.ReadDocument(body, static (root, _) => Verdict(root), 0), 0, cancellationToken);
    }

    private static WebhookVerdict Verdict(JsonElement answer) => answer.At("verification_status").Text() switch
    {
        "SUCCESS" => WebhookVerdict.Verified,
        "FAILURE" => WebhookVerdict.SignatureMismatch,
        _ => throw new AnswerException("does not say whether a delivery is authentic"),
    };

    /// <summary>The app of the webhook's options. PayPal sends a delivery again, so a call is not.</summary>
    private static PayPalTokenOptions AppOf(PayPalWebhookOptions options) => new()
    {
        ClientId = options.ClientId!,
        ClientSecret = options.ClientSecret!,
        Environment = options.Environment,
        MaxRetries = 0,
        AttemptTimeout = Limit,
        TotalTimeout = Limit,
    };

    /// <summary>Puts the body after the other members as it came: written anew, its numbers and escapes might change.</summary>
    private static byte[] Compose(in Transmission transmission, ReadOnlySpan<byte> body, string webhookId)
    {
        using var stream = new MemoryStream(1024);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("auth_algo", Transmission.Algorithm);
            writer.WriteString("cert_url", transmission.CertificateUrl);
            writer.WriteString("transmission_id", transmission.Id);
            writer.WriteString("transmission_sig", transmission.Signature);
            writer.WriteString("transmission_time", transmission.TimeText);
            writer.WriteString("webhook_id", webhookId);
            writer.WriteNull("webhook_event");
            writer.WriteEndObject();
        }

        // The body takes the place of the null at the end; one copy of it is enough.
        var head = stream.GetBuffer().AsSpan(0, (int)stream.Length - "null}".Length);
        var payload = new byte[head.Length + body.Length + 1];
        head.CopyTo(payload);
        body.CopyTo(payload.AsSpan(head.Length));
        payload[payload.Length - 1] = (byte)'}';
        return payload;
    }

    /// <summary>One whole JSON object in valid UTF-8: anything else could break out of its place or come out changed.</summary>
    private static bool IsJsonObject(ReadOnlySpan<byte> body)
    {
        if (!Utf8Validation.IsValid(body))
        {
            return false;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = EventMapping.MaxDepth });
        try
        {
            var isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read())
            {
            }

            return isObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
