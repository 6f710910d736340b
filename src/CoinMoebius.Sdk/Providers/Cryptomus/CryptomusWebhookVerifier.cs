using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Sdk.Primitives.Json.Php;
using CoinMoebius.Sdk.Providers.Cryptomus.Confirmation;
using CoinMoebius.Sdk.Providers.Cryptomus.Signing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// Verifies Cryptomus's webhooks: the member <c>sign</c> of the body is an MD5 digest of the rest, as PHP prints it, in Base64,
/// followed by the API key. Source: doc.cryptomus.com/business/payments/webhook.
/// </summary>
/// <remarks>
/// <para>
/// The signature covers the meaning of the body, not its bytes. The verifier therefore reads the event from the signed text; only
/// <see cref="WebhookEvent.RawBody"/> holds the bytes received. The signature covers no time: detect repeated deliveries by
/// <see cref="WebhookEvent.EventId"/>.
/// </para>
/// <para>
/// MD5 is broken: an attacker who gets one of two colliding texts signed has a signature for both. Cryptomus also signs test
/// webhooks of any status for payments that do not exist. Set <see cref="CryptomusWebhookOptions.ConfirmPayments"/>.
/// </para>
/// <para>
/// The verdicts in the order of the checks: <see cref="WebhookVerdict.MalformedBody"/> for a body that is not a JSON object in UTF-8;
/// <see cref="WebhookVerdict.MissingSignature"/> for a missing, null or blank <c>sign</c>; <see cref="WebhookVerdict.MalformedSignature"/>
/// for one that is not 32 lower-case hexadecimal digits; <see cref="WebhookVerdict.SignatureMismatch"/> for a wrong one.
/// </para>
/// </remarks>
public sealed class CryptomusWebhookVerifier : WebhookVerifier<CryptomusWebhookOptions>
{
    private const string Sign = "sign";

    private readonly PaymentReadBack? _readBack;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets; changes to the object apply from the next delivery.</param>
    /// <param name="client">Reads payments back; only required with <see cref="CryptomusWebhookOptions.ConfirmPayments"/>.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable, or require a missing client.</exception>
    public CryptomusWebhookVerifier(CryptomusWebhookOptions options, ICryptomusClient? client = null, TimeProvider? timeProvider = null)
        : this(FixedOptionsMonitor<CryptomusWebhookOptions>.CreateValid(options, PaymentProvider.Cryptomus), Options.DefaultName, client, timeProvider)
    {
        RequireClient(options);
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="client">Reads payments back; only required with <see cref="CryptomusWebhookOptions.ConfirmPayments"/>.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public CryptomusWebhookVerifier(
        IOptionsMonitor<CryptomusWebhookOptions> options, string optionsName, ICryptomusClient? client = null, TimeProvider? timeProvider = null)
        : base(PaymentProvider.Cryptomus, options, optionsName, timeProvider)
    {
        _readBack = client is null ? null : new(client, TimeProvider);
    }

    /// <inheritdoc/>
    /// <exception cref="WebhookVerificationUnavailableException">The payment could not be confirmed.</exception>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var verification = Verify(request.Body, out var confirms);
        return confirms && verification.Event is PaymentEvent claimed
            ? new(_readBack!.ConfirmAsync(claimed, cancellationToken))
            : new(verification);
    }

    private WebhookVerification Verify(ReadOnlyMemory<byte> body, out bool confirms)
    {
        confirms = false;
        using var json = PhpJson.Parse(body);
        if (json is not { IsObject: true })
        {
            return WebhookVerification.Rejected(WebhookVerdict.MalformedBody);
        }

        Span<byte> signature = stackalloc byte[CryptomusSignature.Size];
        var found = CryptomusSignature.Read(json.Take(Sign), signature);
        if (found != WebhookVerdict.Verified)
        {
            return WebhookVerification.Rejected(found);
        }

        var options = Current;
        RequireClient(options);
        confirms = options.ConfirmPayments;
        using var digests = new CryptomusDigests(options.Secrets);
        using var text = new TextBuffer(digests);
        json.WriteAsReceived(text);
        var matches = digests.Matches(text, signature);
        var asPrinted = !matches;
        if (asPrinted)
        {
            // PHP prints some numbers and objects differently after reading a body.
            text.Clear();
            matches = json.TryWriteAsPrinted(text) && digests.Matches(text, signature);
        }

        return matches ? Map(json, text, asPrinted, body) : WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
    }

    private WebhookVerification Map(PhpJson json, TextBuffer text, bool asPrinted, ReadOnlyMemory<byte> body)
    {
        // The buffer did not keep a long text before its authentication.
        using var whole = new TextBuffer();
        if (!text.IsWhole && !(asPrinted && json.TryWriteAsPrinted(whole)))
        {
            json.WriteAsReceived(whole);
        }

        var signed = text.IsWhole ? text.Written : whole.Written;
        return EventMapping.Run(Provider, body, signed, CryptomusEventMapper.Map, new CryptomusDelivery(body, ContentDigest.EventId(signed.Span)));
    }

    private void RequireClient(CryptomusWebhookOptions options)
    {
        if (options.ConfirmPayments && _readBack is null)
        {
            throw new OptionsValidationException(OptionsName, typeof(CryptomusWebhookOptions), [PaymentReadBack.NeedsClient(OptionsName)]);
        }
    }
}
