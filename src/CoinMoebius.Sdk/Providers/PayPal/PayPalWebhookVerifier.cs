using System.Globalization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.PayPal.Certificates;
using CoinMoebius.Sdk.Providers.PayPal.Postback;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// Verifies PayPal's webhooks: RSA with SHA-256 over transmission id, transmission time, webhook id and the CRC-32 of the raw body,
/// under the certificate that a header names. Source: developer.paypal.com/api/rest/webhooks/rest.
/// </summary>
/// <remarks>
/// A CRC-32 does not protect a body: whoever gets hold of the headers of one delivery can make another body to fit them. So
/// <see cref="Events.WebhookEvent.DeliveryId"/> is the transmission id, and a known delivery id with another event id is a replay.
/// </remarks>
public sealed class PayPalWebhookVerifier : IWebhookVerifier, IWebhookBodyLimit
{
    /// <summary>The name of the client that <see cref="IHttpClientFactory"/> is asked for.</summary>
    public const string HttpClientName = "CoinMoebius.PayPal";

    /// <summary>PayPal retries for three days, and this library grants one more.</summary>
    internal static readonly TimeSpan RetryWindow = TimeSpan.FromDays(4);

    private const int MaxSignedTextLength = 256;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly Lazy<HttpClient> SharedClient = new(CreateClient);

    private readonly IOptionsMonitor<PayPalWebhookOptions> _options;
    private readonly string _optionsName;
    private readonly TimeProvider _timeProvider;
    private readonly CertificateStore _certificates;
    private readonly PostbackClient _postback;

    /// <summary>Creates a verifier without a container. Keep it: it keeps PayPal's certificate.</summary>
    /// <param name="options">The options; changes to the object count from the next delivery on.</param>
    /// <param name="httpClient">Fetches certificates and asks PayPal; one that follows no redirects unless given.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public PayPalWebhookVerifier(PayPalWebhookOptions options, HttpClient? httpClient = null, TimeProvider? timeProvider = null)
        : this(
            FixedOptionsMonitor<PayPalWebhookOptions>.CreateValid(options, PaymentProvider.PayPal),
            Options.DefaultName,
            httpClient is null ? static () => SharedClient.Value : () => httpClient,
            timeProvider)
    {
    }

    /// <summary>Creates a verifier that asks for its options at each delivery.</summary>
    /// <param name="options">Where the options come from.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="httpClientFactory">Makes the client named <see cref="HttpClientName"/>; without it, one that follows no redirects is used.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    public PayPalWebhookVerifier(
        IOptionsMonitor<PayPalWebhookOptions> options, string optionsName, IHttpClientFactory? httpClientFactory = null, TimeProvider? timeProvider = null)
        : this(
            options,
            optionsName,
            httpClientFactory is null ? static () => SharedClient.Value : () => httpClientFactory.CreateClient(HttpClientName),
            timeProvider)
    {
    }

    private PayPalWebhookVerifier(
        IOptionsMonitor<PayPalWebhookOptions> options, string optionsName, Func<HttpClient> http, TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(optionsName);
        _options = options;
        _optionsName = optionsName;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _certificates = new CertificateStore(http, _timeProvider);
        _postback = new PostbackClient(http, _timeProvider);
    }

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.PayPal;

    /// <inheritdoc/>
    public int MaxBodySize => _options.Get(_optionsName).MaxBodySize;

    /// <summary>Fetched answers kept, for tests.</summary>
    internal int CertificateAnswerCount => _certificates.AnswerCount;

    /// <inheritdoc/>
    /// <exception cref="WebhookVerificationUnavailableException">PayPal's certificate or its API could not be reached. Answer 503.</exception>
    public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (BodyLimit.IsPassedBy(request, _options, _optionsName))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var options = _options.Get(_optionsName);
        var verdict = Transmission.Read(request, options.Environment, out var transmission);
        if (verdict != WebhookVerdict.Verified)
        {
            return new(WebhookVerification.Rejected(verdict));
        }

        if (options.Mode == PayPalVerificationMode.Postback)
        {
            return VerifyByPostbackAsync(request.Body, transmission, options, cancellationToken);
        }

        if (_certificates.TryGetKnown(transmission.CertificateUrl, options, out var certificate))
        {
            return new(Conclude(VerifySignature(request.Body.Span, transmission, options, certificate), request.Body, transmission, options));
        }

        // A stale delivery cannot pass, so it is not worth a request.
        return IsTimely(transmission.Time, options.MaximumAge)
            ? VerifyWithFetchedAsync(request.Body, transmission, options, cancellationToken)
            : new(WebhookVerification.Rejected(WebhookVerdict.TimestampOutOfTolerance));
    }

    // Certificates must come from the URL that was checked: the handler follows no redirects.
    private static HttpClient CreateClient() => new(PrimaryHandler.Create());

    private async ValueTask<WebhookVerification> VerifyWithFetchedAsync(
        ReadOnlyMemory<byte> body, Transmission transmission, PayPalWebhookOptions options, CancellationToken cancellationToken)
    {
        var certificate = await _certificates.FetchAsync(transmission.CertificateUrl, cancellationToken).ConfigureAwait(false);
        return Conclude(VerifySignature(body.Span, transmission, options, certificate), body, transmission, options);
    }

    private async ValueTask<WebhookVerification> VerifyByPostbackAsync(
        ReadOnlyMemory<byte> body, Transmission transmission, PayPalWebhookOptions options, CancellationToken cancellationToken)
    {
        var verdict = IsTimely(transmission.Time, options.MaximumAge)
            ? await _postback.VerifyAsync(transmission, body, options, cancellationToken).ConfigureAwait(false)
            : WebhookVerdict.TimestampOutOfTolerance;
        return Conclude(verdict, body, transmission, options);
    }

    private WebhookVerdict VerifySignature(
        ReadOnlySpan<byte> body, in Transmission transmission, PayPalWebhookOptions options, SigningCertificate? certificate)
    {
        if (certificate is null || (certificate.Environment == PayPalEnvironment.Sandbox && options.Environment == PayPalEnvironment.Live))
        {
            return WebhookVerdict.UntrustedCertificate;
        }

        if (!IsSigned(body, transmission, options.WebhookId, certificate))
        {
            return WebhookVerdict.SignatureMismatch;
        }

        // A retry may come after the certificate has ended, so what counts is the time of signing. That time is the signer's word,
        // though: for anything older than a retry, the certificate must be valid now as well.
        if (!certificate.IsValidAt(transmission.Time)
            || (!IsTimely(transmission.Time, RetryWindow) && !certificate.IsValidAt(_timeProvider.GetUtcNow())))
        {
            return WebhookVerdict.UntrustedCertificate;
        }

        return IsTimely(transmission.Time, options.MaximumAge) ? WebhookVerdict.Verified : WebhookVerdict.TimestampOutOfTolerance;
    }

    private bool IsTimely(DateTimeOffset time, TimeSpan maximumAge)
    {
        var age = _timeProvider.GetUtcNow() - time;
        return age <= maximumAge && age >= -ClockSkew;
    }

    private static bool IsSigned(ReadOnlySpan<byte> body, in Transmission transmission, string webhookId, SigningCertificate certificate)
    {
        Span<byte> text = stackalloc byte[MaxSignedTextLength];
        var length = Append(text, 0, transmission.Id);
        text[length++] = (byte)'|';

        // The time is signed as it stands in the header, so it is not printed anew.
        length = Append(text, length, transmission.TimeText);
        text[length++] = (byte)'|';
        length = Append(text, length, webhookId);
        text[length++] = (byte)'|';
        length = Append(text, length, Crc32.Compute(body).ToString(CultureInfo.InvariantCulture));

#if NETSTANDARD2_0
        ReadOnlySpan<byte> signature = Convert.FromBase64String(transmission.Signature);
#else
        Span<byte> buffer = stackalloc byte[Transmission.MaxSignatureLength];
        Convert.TryFromBase64String(transmission.Signature, buffer, out var size);
        ReadOnlySpan<byte> signature = buffer[..size];
#endif
        return certificate.Verify(text[..length], signature);
    }

    // Every part has been checked to be ASCII and short.
    private static int Append(Span<byte> text, int at, string part)
    {
        foreach (var c in part)
        {
            text[at++] = (byte)c;
        }

        return at;
    }

    private WebhookVerification Conclude(
        WebhookVerdict verdict, ReadOnlyMemory<byte> body, in Transmission transmission, PayPalWebhookOptions options)
    {
        if (verdict != WebhookVerdict.Verified)
        {
            return WebhookVerification.Rejected(verdict);
        }

        var isTest = options.Environment == PayPalEnvironment.Sandbox;
        var verification = EventMapping.Run(Provider, body, body, PayPalEventMapper.Map, new PayPalDelivery(body, transmission.Id, isTest));

        // An event that defeated the mapper must not lose the one defence against replays.
        return verification.Event is { DeliveryId: null } lost
            ? WebhookVerification.Verified(lost with { DeliveryId = transmission.Id, IsTest = isTest })
            : verification;
    }
}
