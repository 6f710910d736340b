using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Json.Canonical;
using CoinMoebius.Sdk.Webhooks.Json.EcmaScript;
using CoinMoebius.Sdk.Webhooks.Signatures;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// Verifies NOWPayments' notifications: HMAC-SHA512 under the IPN secret over the body parsed, sorted and printed anew as JavaScript
/// does it. Source: github.com/NowPaymentsIO/nowpayments-sdk-nodejs, src/ipn.js.
/// </summary>
/// <remarks>
/// The signature does not tell <c>1.0</c> from <c>1</c>, nor which of two equal members was meant. So the event is read from the text
/// that was signed; only <see cref="WebhookEvent.RawBody"/> holds the bytes received. No time is signed: recognise repeated deliveries by
/// <see cref="WebhookEvent.EventId"/>.
/// </remarks>
public sealed class NowPaymentsWebhookVerifier : IWebhookVerifier
{
    internal const string SignatureHeader = "x-nowpayments-sig";

    private const int DigestSize = 64;

    private readonly IOptionsMonitor<NowPaymentsWebhookOptions> _options;
    private readonly string _optionsName;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets; changes to the object count from the next delivery on.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public NowPaymentsWebhookVerifier(NowPaymentsWebhookOptions options)
        : this(FixedOptionsMonitor<NowPaymentsWebhookOptions>.CreateValid(options, PaymentProvider.NowPayments), Options.DefaultName)
    {
    }

    /// <summary>Creates a verifier that asks for its options at each delivery.</summary>
    /// <param name="options">Where the options come from.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    public NowPaymentsWebhookVerifier(IOptionsMonitor<NowPaymentsWebhookOptions> options, string optionsName)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(optionsName);
        _options = options;
        _optionsName = optionsName;
    }

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.NowPayments;

    /// <inheritdoc/>
    public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
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
        if (!HexDigest.TryDecode(header.AsSpan().Trim(), signature))
        {
            return WebhookVerification.Rejected(WebhookVerdict.MalformedSignature);
        }

        var secrets = _options.Get(_optionsName).TrimmedSecrets();
        using var json = EcmaScriptJson.Parse(request.Body);
        if (json is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.MalformedBody);
        }

        using var canonical = new PooledBytes(request.Body.Length);
        json.Write(canonical);
        var matches = Matches(secrets, canonical, signature);
        if (!matches && json.HasArray)
        {
            // The documentation's own snippet signs arrays as objects, unlike the library. Nobody has published a delivery with an array.
            canonical.Clear();
            json.Write(canonical, arraysAsObjects: true);
            matches = Matches(secrets, canonical, signature);
        }

        return matches
            ? Map(json, new(request.Body, canonical.Written))
            : WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
    }

    private WebhookVerification Map(EcmaScriptJson json, in NowPaymentsDelivery delivery) =>
        json.Depth > EventMapping.MaxDepth
            ? WebhookVerification.Verified(new UnmappedEvent(delivery.Head("", null)))
            : EventMapping.Run(Provider, delivery.RawBody, delivery.Canonical, NowPaymentsEventMapper.Map, delivery);

    private static bool Matches(IList<string> secrets, PooledBytes canonical, ReadOnlySpan<byte> signature) =>
        HmacSignature.MatchesAny(SignatureHash.HmacSha512, secrets, default, canonical.Written.Span, signature);
}
