using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Digests;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Sdk.Primitives.Json.EcmaScript;
using CoinMoebius.Sdk.Providers.NowPayments.Confirmation;
using CoinMoebius.Sdk.Webhooks;
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
public sealed class NowPaymentsWebhookVerifier : WebhookVerifier<NowPaymentsWebhookOptions>
{
    internal const string SignatureHeader = "x-nowpayments-sig";

    private const int DigestSize = 64;

    private readonly PaymentReading? _reading;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets; changes to the object apply from the next delivery.</param>
    /// <param name="client">Reads payments back; needed with <see cref="NowPaymentsWebhookOptions.ConfirmPayments"/> only.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable, or need a client that is not given.</exception>
    public NowPaymentsWebhookVerifier(NowPaymentsWebhookOptions options, INowPaymentsClient? client = null, TimeProvider? timeProvider = null)
        : this(
            FixedOptionsMonitor<NowPaymentsWebhookOptions>.CreateValid(options, PaymentProvider.NowPayments), Options.DefaultName, client, timeProvider)
    {
        RequireClient(options);
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="client">Reads payments back; needed with <see cref="NowPaymentsWebhookOptions.ConfirmPayments"/> only.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public NowPaymentsWebhookVerifier(
        IOptionsMonitor<NowPaymentsWebhookOptions> options, string optionsName, INowPaymentsClient? client = null, TimeProvider? timeProvider = null)
        : base(PaymentProvider.NowPayments, options, optionsName, timeProvider)
    {
        _reading = client is null ? null : new(client, TimeProvider);
    }

    /// <inheritdoc/>
    /// <exception cref="WebhookVerificationUnavailableException">The payment could not be read back. Answer 503.</exception>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var verification = Verify(request, out var isConfirmed, out var parent);
        return isConfirmed && verification.Event is PaymentEvent told
            ? new(_reading!.ConfirmAsync(told, parent, cancellationToken))
            : new(verification);
    }

    /// <summary>Judges the delivery alone.</summary>
    /// <param name="request">The delivery.</param>
    /// <param name="isConfirmed">True when the payment is to be read back.</param>
    /// <param name="parent">The parent of an authentic delivery's payment, or null.</param>
    private WebhookVerification Verify(WebhookRequest request, out bool isConfirmed, out string? parent)
    {
        isConfirmed = false;
        parent = null;
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

        var options = Current;
        RequireClient(options);
        isConfirmed = options.ConfirmPayments;
        var secrets = options.Secrets;
        using var json = EcmaScriptJson.Parse(request.Body);
        if (json is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.MalformedBody);
        }

        using var hashes = new HmacSink(SignatureHash.HmacSha512, secrets);
        using var canonical = new TextBuffer(hashes);
        json.Write(canonical);
        if (hashes.Matches(canonical, signature))
        {
            return Map(json, canonical, arraysAsObjects: false, request.Body, out parent);
        }

        if (json.HasArray)
        {
            // The documentation's own snippet signs arrays as objects, unlike the library. Nobody has published a delivery with an array.
            canonical.Clear();
            json.Write(canonical, arraysAsObjects: true);
            if (hashes.Matches(canonical, signature))
            {
                return Map(json, canonical, arraysAsObjects: true, request.Body, out parent);
            }
        }

        return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
    }

    private WebhookVerification Map(EcmaScriptJson json, TextBuffer canonical, bool arraysAsObjects, ReadOnlyMemory<byte> body, out string? parent)
    {
        // A long text was not kept while nobody had vouched for it.
        using var whole = new TextBuffer();
        if (!canonical.IsWhole)
        {
            json.Write(whole, arraysAsObjects);
        }

        string? named = null;
        var delivery = new NowPaymentsDelivery(body, canonical.IsWhole ? canonical.Written : whole.Written);
        var verification = EventMapping.Run(
            Provider,
            body,
            delivery.Canonical,
            (JsonElement root, in NowPaymentsDelivery told) =>
            {
                named = NowPaymentsEventMapper.ParentOf(root);
                return NowPaymentsEventMapper.Map(root, told);
            },
            delivery);
        parent = named;
        return verification;
    }

    private void RequireClient(NowPaymentsWebhookOptions options)
    {
        if (options.ConfirmPayments && _reading is null)
        {
            throw new OptionsValidationException(
                OptionsName, typeof(NowPaymentsWebhookOptions), [PaymentReading.NeedsClient(OptionsName)]);
        }
    }
}
