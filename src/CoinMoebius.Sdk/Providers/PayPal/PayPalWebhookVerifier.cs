using System.Globalization;
using System.IO.Hashing;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.PayPal.Confirmation;
using CoinMoebius.Sdk.Providers.PayPal.Signing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// Verifies PayPal's webhooks: RSA with SHA-256 over transmission id, transmission time, webhook id and the CRC-32 of the raw body,
/// under the certificate that a header names. Source: developer.paypal.com/api/rest/webhooks/rest.
/// </summary>
/// <remarks>
/// <para>
/// A CRC-32 does not protect a body: anyone who has the headers of one delivery can construct another body that fits them. Therefore
/// <see cref="Events.WebhookEvent.DeliveryId"/> is the transmission id, and a known delivery id with another event id is a replay.
/// </para>
/// <para>
/// An application that registers this verifier with <c>AddPayPal</c> does not start in the local mode without an inbox that keeps delivery
/// ids. <b>If you call the verifier yourself, you must do that</b>: store the delivery id with the event id under a unique key, visible to
/// all nodes and after a restart, for longer than <see cref="PayPalWebhookOptions.MaximumAge"/> plus five minutes; reject an id that is
/// stored with another event id. Or read the event's data back from PayPal's API before you act on it.
/// </para>
/// </remarks>
public sealed class PayPalWebhookVerifier : WebhookVerifier<PayPalWebhookOptions>
{
    /// <summary>The name of the client from <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "CoinMoebius.PayPal";

    /// <summary>PayPal retries for three days, and this library allows one more.</summary>
    internal static readonly TimeSpan RetryWindow = TimeSpan.FromDays(4);

    /// <summary>How far the signer's clock may be ahead.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const int MaxSignedTextLength = 256;
    private static readonly Lazy<HttpClient> SharedClient = new(CreateClient);

    private readonly CertificateStore _certificates;
    private readonly PostbackClient _postback;

    /// <summary>Creates a verifier without a container. Reuse it: it caches PayPal's certificate.</summary>
    /// <param name="options">The options; changes to the object apply from the next delivery.</param>
    /// <param name="httpClient">Fetches certificates and calls PayPal; by default a client that follows no redirects.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public PayPalWebhookVerifier(PayPalWebhookOptions options, HttpClient? httpClient = null, TimeProvider? timeProvider = null)
        : this(
            FixedOptionsMonitor<PayPalWebhookOptions>.CreateValid(options, PaymentProvider.PayPal),
            Options.DefaultName,
            httpClient is null ? static () => SharedClient.Value : () => httpClient,
            timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="httpClientFactory">Creates the client named <see cref="HttpClientName"/>; by default one that follows no redirects.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
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
        : base(PaymentProvider.PayPal, options, optionsName, timeProvider)
    {
        _certificates = new CertificateStore(http, TimeProvider);
        _postback = new PostbackClient(http, TimeProvider);
    }

    /// <summary>The number of cached results, for tests.</summary>
    internal int CertificateAnswerCount => _certificates.AnswerCount;

    /// <summary>Completes when the running fetches have completed, for tests.</summary>
    internal Task EndOfFetchesAsync() => _certificates.EndOfFetchesAsync();

    /// <inheritdoc/>
    /// <exception cref="WebhookVerificationUnavailableException">PayPal's certificate or its API could not be reached. Respond with 503.</exception>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var options = Current;
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

        // A stale delivery fails anyway, so it needs no request.
        return IsTimely(transmission.Time, options.MaximumAge)
            ? VerifyWithFetchedAsync(request.Body, transmission, options, cancellationToken)
            : new(WebhookVerification.Rejected(WebhookVerdict.TimestampOutOfTolerance));
    }

    // Certificates must come from the checked URL, so the handler follows no redirects.
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
        if (!IsTimely(transmission.Time, options.MaximumAge))
        {
            return WebhookVerification.Rejected(WebhookVerdict.TimestampOutOfTolerance);
        }

        var certificate = await FindForPostbackAsync(transmission.CertificateUrl, options, cancellationToken).ConfigureAwait(false);
        if (certificate is not null && !IsSigned(body.Span, transmission, options.WebhookId, certificate))
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        var verdict = await _postback.VerifyAsync(transmission, body, options, certificate is not null, cancellationToken).ConfigureAwait(false);
        MarkProven(verdict, transmission, certificate);
        return Conclude(verdict, body, transmission, options);
    }

    private void MarkProven(WebhookVerdict verdict, in Transmission transmission, SigningCertificate? certificate)
    {
        if (verdict == WebhookVerdict.Verified && certificate is { IsProven: false })
        {
            _certificates.Prove(transmission.CertificateUrl, certificate);
        }
    }

    /// <summary>Returns a certificate that detects forged deliveries without a call, if the options allow one; otherwise null.</summary>
    private async ValueTask<SigningCertificate?> FindForPostbackAsync(string url, PayPalWebhookOptions options, CancellationToken cancellationToken)
    {
        if (options.CertificateDirectory is null && options.Certificates.Count == 0)
        {
            return null;
        }

        try
        {
            return _certificates.TryGetKnown(url, options, out var certificate) ? certificate
                : options.CertificateDirectory is null ? null
                : await _certificates.FetchAsync(url, cancellationToken).ConfigureAwait(false);
        }
        catch (WebhookVerificationUnavailableException)
        {
            // PayPal decides with or without a certificate.
            return null;
        }
    }

    private WebhookVerdict VerifySignature(
        ReadOnlySpan<byte> body, in Transmission transmission, PayPalWebhookOptions options, SigningCertificate? certificate)
    {
        var verdict = CheckSignature(body, transmission, options, certificate);
        MarkProven(verdict, transmission, certificate);
        return verdict;
    }

    private WebhookVerdict CheckSignature(
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

        // A retry may arrive after the certificate has expired, so the time of signing counts. But only the signer states that time: for
        // anything older than a retry, the certificate must also be valid now.
        if (!certificate.IsValidAt(transmission.Time)
            || (!IsTimely(transmission.Time, RetryWindow) && !certificate.IsValidAt(TimeProvider.GetUtcNow())))
        {
            return WebhookVerdict.UntrustedCertificate;
        }

        return IsTimely(transmission.Time, options.MaximumAge) ? WebhookVerdict.Verified : WebhookVerdict.TimestampOutOfTolerance;
    }

    private bool IsTimely(DateTimeOffset time, TimeSpan maximumAge)
    {
        var age = TimeProvider.GetUtcNow() - time;
        return age <= maximumAge && age >= -ClockSkew;
    }

    private static bool IsSigned(ReadOnlySpan<byte> body, in Transmission transmission, string webhookId, SigningCertificate certificate)
    {
        Span<byte> text = stackalloc byte[MaxSignedTextLength];
        var length = Append(text, 0, transmission.Id);
        text[length++] = (byte)'|';

        // The signature covers the time as written in the header, so it is not formatted again.
        length = Append(text, length, transmission.TimeText);
        text[length++] = (byte)'|';
        length = Append(text, length, webhookId);
        text[length++] = (byte)'|';
        length = Append(text, length, Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture));

#if NETSTANDARD2_0
        ReadOnlySpan<byte> signature = Convert.FromBase64String(transmission.Signature);
#else
        Span<byte> buffer = stackalloc byte[Transmission.MaxSignatureLength];
        Convert.TryFromBase64String(transmission.Signature, buffer, out var size);
        ReadOnlySpan<byte> signature = buffer[..size];
#endif
        return certificate.Verify(text[..length], signature);
    }

    // Every part is known to be ASCII and short.
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

        // An event that the mapper failed on must keep the delivery id, the only protection against replays.
        return verification.Event is { DeliveryId: null } lost
            ? WebhookVerification.Verified(lost with { DeliveryId = transmission.Id, IsTest = isTest })
            : options.Admit(verification);
    }
}
