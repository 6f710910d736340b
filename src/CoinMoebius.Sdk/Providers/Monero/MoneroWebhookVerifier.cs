using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Providers.Monero.Json;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.Monero;

/// <summary>
/// Verifies the webhooks that a Coin Moebius indexer sends about a merchant's own Monero wallet: HMAC-SHA256 over the raw body, in
/// hexadecimal, in the header <c>x-monero-sig</c>; the body contains the time of sending. Source:
/// github.com/aquarian-metals/coin-moebius, packages/providers/monero/src/server.ts.
/// </summary>
/// <remarks>
/// An authentic body without a time gives <see cref="WebhookVerdict.TimestampOutOfTolerance"/>: otherwise it could be replayed forever.
/// One with atomic units other than whole numbers up to 2⁶⁴-1 gives <see cref="WebhookVerdict.MalformedBody"/>.
/// </remarks>
public sealed class MoneroWebhookVerifier : WebhookVerifier<MoneroWebhookOptions>
{
    internal const string SignatureHeader = "x-monero-sig";

    private const int DigestSize = 32;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public MoneroWebhookVerifier(MoneroWebhookOptions options, TimeProvider? timeProvider = null)
        : base(PaymentProvider.Monero, options, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public MoneroWebhookVerifier(IOptionsMonitor<MoneroWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
        : base(PaymentProvider.Monero, options, optionsName, timeProvider)
    {
    }

    /// <inheritdoc/>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        return new(Verify(request));
    }

    private WebhookVerification Verify(WebhookRequest request)
    {
        var found = request.GetSingleHeader(SignatureHeader, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return WebhookVerification.Rejected(found);
        }

        Span<byte> signature = stackalloc byte[DigestSize];
        if (!HexDigest.TryDecode(header.AsSpan(), signature))
        {
            return WebhookVerification.Rejected(WebhookVerdict.MalformedSignature);
        }

        var options = Current;
        return HmacSignature.MatchesAny(SignatureHash.HmacSha256, options.Secrets, default, request.Body.Span, signature)
            ? Read(request.Body, options.Tolerance)
            : WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
    }

    /// <summary>Reads the authentic body.</summary>
    private WebhookVerification Read(ReadOnlyMemory<byte> body, TimeSpan tolerance)
    {
        using var document = EventMapping.Parse(body);
        if (document is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.MalformedBody);
        }

        var verdict = MoneroDelivery.Read(document.RootElement, body, TimeProvider, tolerance, out var delivery);
        return verdict == WebhookVerdict.Verified
            ? EventMapping.Map(Provider, body, body, document.RootElement, MoneroEventMapper.Map, delivery)
            : WebhookVerification.Rejected(verdict);
    }
}
