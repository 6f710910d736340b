using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// Verifies Stripe's webhooks: HMAC-SHA256 over the header's <c>t</c>, a full stop and the raw body, under the whole secret text.
/// Source: docs.stripe.com/webhooks, "verify manually".
/// </summary>
public sealed class StripeWebhookVerifier : IWebhookVerifier
{
    internal const string SignatureHeader = "Stripe-Signature";

    private const int MaxHeaderLength = 8 * 1024;
    // One for each secret in use; Stripe lets two overlap.
    private const int MaxSignatures = 8;
    private const int DigestSize = 32;
    private const int MaxTimestampLength = 12;

    private readonly IOptionsMonitor<StripeWebhookOptions> _options;
    private readonly string _optionsName;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object count from the next delivery on.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public StripeWebhookVerifier(StripeWebhookOptions options, TimeProvider? timeProvider = null)
        : this(FixedOptionsMonitor<StripeWebhookOptions>.CreateValid(options, PaymentProvider.Stripe), Options.DefaultName, timeProvider)
    {
    }

    /// <summary>Creates a verifier that asks for its options at each delivery.</summary>
    /// <param name="options">Where the options come from.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    public StripeWebhookVerifier(IOptionsMonitor<StripeWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(optionsName);
        _options = options;
        _optionsName = optionsName;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Stripe;

    /// <inheritdoc/>
    public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var verdict = VerifySignature(request);
        return new(verdict == WebhookVerdict.Verified
            ? EventMapping.Run(Provider, request.Body, request.Body, StripeEventMapper.Map, request.Body)
            : WebhookVerification.Rejected(verdict));
    }

    private WebhookVerdict VerifySignature(WebhookRequest request)
    {
        var found = request.GetSingleHeader(SignatureHeader, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        Span<byte> signatures = stackalloc byte[MaxSignatures * DigestSize];
        if (!TryParse(header, out var timestamp, signatures, out var count))
        {
            return WebhookVerdict.MalformedSignature;
        }

        if (count < 0)
        {
            return WebhookVerdict.MissingSignature;
        }

        if (!SignedTime.TryParseUnixSeconds(timestamp, out var signedAt))
        {
            return WebhookVerdict.MalformedSignature;
        }

        // The text of t is signed as received, so it is not printed anew.
        Span<byte> prefix = stackalloc byte[MaxTimestampLength + 1];
        for (var i = 0; i < timestamp.Length; i++)
        {
            prefix[i] = (byte)timestamp[i];
        }

        prefix[timestamp.Length] = (byte)'.';
        prefix = prefix[..(timestamp.Length + 1)];

        var options = _options.Get(_optionsName);
        if (!HmacSignature.MatchesAny(
            SignatureHash.HmacSha256, options.Secrets, prefix, request.Body.Span, signatures[..(count * DigestSize)]))
        {
            return WebhookVerdict.SignatureMismatch;
        }

        return SignedTime.IsWithin(signedAt, _timeProvider, options.Tolerance)
            ? WebhookVerdict.Verified
            : WebhookVerdict.TimestampOutOfTolerance;
    }

    /// <summary>Splits the header. <paramref name="count"/> is -1 without any <c>v1</c>, and counts those that are well formed otherwise.</summary>
    private static bool TryParse(ReadOnlySpan<char> header, out ReadOnlySpan<char> timestamp, Span<byte> signatures, out int count)
    {
        timestamp = default;
        count = -1;
        if (header.Length > MaxHeaderLength)
        {
            return false;
        }

        var rest = header;
        while (true)
        {
            var comma = rest.IndexOf(',');
            var item = (comma < 0 ? rest : rest[..comma]).Trim(' ');
            var equals = item.IndexOf('=');
            if (equals <= 0)
            {
                return false;
            }

            var name = item[..equals];
            var value = item[(equals + 1)..];
            if (name.Length == 1 && name[0] == 't')
            {
                if (!timestamp.IsEmpty || value.IsEmpty)
                {
                    return false;
                }

                timestamp = value;
            }
            else if (name.Length == 2 && name[0] == 'v' && name[1] == '1')
            {
                count = Math.Max(count, 0);
                if (count == MaxSignatures)
                {
                    return false;
                }

                // Stripe writes lower case. A v1 of another form cannot match, but must not spoil the others.
                if (HexDigest.TryDecode(value, signatures.Slice(count * DigestSize, DigestSize), lowerCaseOnly: true))
                {
                    count++;
                }
            }

            if (comma < 0)
            {
                return !timestamp.IsEmpty;
            }

            rest = rest[(comma + 1)..];
        }
    }
}
