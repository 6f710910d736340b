using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.AuthorizeNet;

/// <summary>
/// Verifies Authorize.Net's webhooks: HMAC-SHA512 over the raw body under the characters of the Signature Key, in the header
/// <c>X-ANET-Signature: sha512=…</c>. Source: developer.authorize.net/api/reference/features/webhooks.html, "Verifying the notification".
/// </summary>
/// <remarks>The signature covers no time: detect repeated deliveries by <see cref="WebhookEvent.EventId"/>.</remarks>
public sealed class AuthorizeNetWebhookVerifier : WebhookVerifier<AuthorizeNetWebhookOptions>
{
    internal const string SignatureHeader = "X-ANET-Signature";

    private const string Scheme = "sha512=";
    private const int DigestSize = 64;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The Signature Keys, the currency and the environment; changes to the object apply from the next delivery.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public AuthorizeNetWebhookVerifier(AuthorizeNetWebhookOptions options)
        : base(PaymentProvider.AuthorizeNet, options)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    public AuthorizeNetWebhookVerifier(IOptionsMonitor<AuthorizeNetWebhookOptions> options, string optionsName)
        : base(PaymentProvider.AuthorizeNet, options, optionsName)
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

        var options = Current;
        var verdict = VerifySignature(request, options);
        if (verdict != WebhookVerdict.Verified)
        {
            return new(WebhookVerification.Rejected(verdict));
        }

        var delivery = new AuthorizeNetDelivery(
            request.Body, CurrencyUnits.Upper(options.Currency), options.Environment == AuthorizeNetEnvironment.Sandbox);
        return new(options.Admit(EventMapping.Run(Provider, request.Body, request.Body, AuthorizeNetEventMapper.Map, delivery)));
    }

    private static WebhookVerdict VerifySignature(WebhookRequest request, AuthorizeNetWebhookOptions options)
    {
        var found = request.GetSingleHeader(SignatureHeader, out var header);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        Span<byte> signature = stackalloc byte[DigestSize];
        var text = header.AsSpan().Trim(' ');
        if (!text.StartsWith(Scheme.AsSpan(), StringComparison.OrdinalIgnoreCase) || !HexDigest.TryDecode(text[Scheme.Length..], signature))
        {
            return WebhookVerdict.MalformedSignature;
        }

        return HmacSignature.MatchesAny(SignatureHash.HmacSha512, options.Secrets, default, request.Body.Span, signature)
            ? WebhookVerdict.Verified
            : WebhookVerdict.SignatureMismatch;
    }
}
