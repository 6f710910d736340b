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
/// Verifies NOWPayments' notifications: HMAC-SHA512 under the IPN secret over the body, parsed, sorted and printed again as in JavaScript.
/// Source: github.com/NowPaymentsIO/nowpayments-sdk-nodejs, src/ipn.js.
/// </summary>
/// <remarks>
/// The signature does not distinguish <c>1.0</c> from <c>1</c>, nor duplicate members. The verifier therefore reads the event from the
/// signed text; only <see cref="WebhookEvent.RawBody"/> holds the bytes received. The signature covers no time: detect repeated deliveries
/// by <see cref="WebhookEvent.EventId"/>.
/// </remarks>
public sealed class NowPaymentsWebhookVerifier : WebhookVerifier<NowPaymentsWebhookOptions>
{
    internal const string SignatureHeader = "x-nowpayments-sig";

    private const int DigestSize = 64;

    private readonly PaymentReading? _reading;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets; changes to the object apply from the next delivery.</param>
    /// <param name="client">Reads payments back; only required with <see cref="NowPaymentsWebhookOptions.ConfirmPayments"/>.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable, or require a missing client.</exception>
    public NowPaymentsWebhookVerifier(NowPaymentsWebhookOptions options, INowPaymentsClient? client = null, TimeProvider? timeProvider = null)
        : this(
            FixedOptionsMonitor<NowPaymentsWebhookOptions>.CreateValid(options, PaymentProvider.NowPayments), Options.DefaultName, client, timeProvider)
    {
        RequireClient(options);
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="client">Reads payments back; only required with <see cref="NowPaymentsWebhookOptions.ConfirmPayments"/>.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public NowPaymentsWebhookVerifier(
        IOptionsMonitor<NowPaymentsWebhookOptions> options, string optionsName, INowPaymentsClient? client = null, TimeProvider? timeProvider = null)
        : base(PaymentProvider.NowPayments, options, optionsName, timeProvider)
    {
        _reading = client is null ? null : new(client, TimeProvider);
    }

    /// <inheritdoc/>
    /// <exception cref="WebhookVerificationUnavailableException">The payment could not be read back. Respond with 503.</exception>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var verification = Verify(request, out var isConfirmed, out var parent);
        return isConfirmed && verification.Event is PaymentEvent claimed
            ? new(_reading!.ConfirmAsync(claimed, parent, cancellationToken))
            : new(verification);
    }

    /// <summary>Verifies the delivery without reading the payment back.</summary>
    /// <param name="request">The delivery.</param>
    /// <param name="isConfirmed">True when the payment has to be read back.</param>
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
            // The documentation's snippet signs arrays as objects, unlike the library. No delivery with an array has been published.
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
        // The buffer did not keep a long text before its authentication.
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
            (JsonElement root, in NowPaymentsDelivery current) =>
            {
                named = NowPaymentsEventMapper.ParentOf(root);
                return NowPaymentsEventMapper.Map(root, current);
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
