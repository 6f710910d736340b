using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CoinMoebius.Sdk.Providers.PayPal.Certificates;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;

namespace CoinMoebius.Sdk.Providers.PayPal.Postback;

/// <summary>
/// Asks PayPal whether a delivery is authentic: <c>POST /v1/notifications/verify-webhook-signature</c>.
/// Source: developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature.
/// </summary>
#pragma warning disable CA1001 // a semaphore whose wait handle is never asked for holds nothing to dispose
internal sealed class PostbackClient(Func<HttpClient> http, TimeProvider timeProvider)
#pragma warning restore CA1001
{
    // Each forged request costs a call, so only so many run at a time; the others wait.
    internal const int MaxConcurrentCalls = 16;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly AccessTokens _tokens = new(timeProvider);
    private readonly SemaphoreSlim _calls = new(MaxConcurrentCalls, MaxConcurrentCalls);

    public static string BaseAddress(PayPalEnvironment environment) =>
        environment == PayPalEnvironment.Live ? "https://api-m.paypal.com" : "https://api-m.sandbox.paypal.com";

    /// <summary>Asks.</summary>
    /// <exception cref="WebhookVerificationUnavailableException">PayPal gave no answer, or none of the two it documents.</exception>
    public async Task<WebhookVerdict> VerifyAsync(
        Transmission transmission, ReadOnlyMemory<byte> body, PayPalWebhookOptions options, CancellationToken cancellationToken)
    {
        if (!IsJsonObject(body.Span))
        {
            return WebhookVerdict.MalformedBody;
        }

        var payload = Compose(transmission, body, options.WebhookId);
        await _calls.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var limit = timeProvider.CreateCancellationTokenSource(Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(payload, options, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not WebhookVerificationUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            throw new WebhookVerificationUnavailableException("PayPal could not be asked whether a delivery is authentic.", exception);
        }
        finally
        {
            _calls.Release();
        }
    }

    private async Task<WebhookVerdict> AskAsync(byte[] payload, PayPalWebhookOptions options, CancellationToken cancellationToken)
    {
        var client = http();
        string? refused = null;
        while (true)
        {
            var token = await _tokens.GetAsync(client, options, refused, cancellationToken).ConfigureAwait(false);
            using var request = new HttpRequestMessage(HttpMethod.Post, BaseAddress(options.Environment) + "/v1/notifications/verify-webhook-signature");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Content = new ByteArrayContent(payload);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.Unauthorized && refused is null)
            {
                refused = token;
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK
                || await BoundedContent.ReadTextAsync(response.Content, cancellationToken).ConfigureAwait(false) is not { } text)
            {
                throw new WebhookVerificationUnavailableException(
                    $"PayPal did not say whether a delivery is authentic: the answer was {(int)response.StatusCode}.");
            }

            using var answer = JsonDocument.Parse(text);
            return answer.RootElement.At("verification_status").Text() switch
            {
                "SUCCESS" => WebhookVerdict.Verified,
                "FAILURE" => WebhookVerdict.SignatureMismatch,
                _ => throw new WebhookVerificationUnavailableException("PayPal did not say whether a delivery is authentic."),
            };
        }
    }

    /// <summary>Puts the body between the other members as it came: written anew, its numbers and escapes might change.</summary>
    private static byte[] Compose(in Transmission transmission, ReadOnlyMemory<byte> body, string webhookId)
    {
        using var stream = new MemoryStream(body.Length + 1024);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("auth_algo", Transmission.Algorithm);
            writer.WriteString("cert_url", transmission.CertificateUrl);
            writer.WriteString("transmission_id", transmission.Id);
            writer.WriteString("transmission_sig", transmission.Signature);
            writer.WriteString("transmission_time", transmission.TimeText);
            writer.WriteString("webhook_id", webhookId);
            writer.WritePropertyName("webhook_event");
            writer.WriteRawValue(body.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return stream.ToArray();
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
