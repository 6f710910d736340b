using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Mobbex.Confirmation;
using CoinMoebius.Sdk.Mobbex.Json;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// Verifies Mobbex's notifications, which are not signed: the requested address must have the token of the reference in the body (see
/// <see cref="MobbexWebhookUrl"/>), and with <see cref="MobbexConfirmation.Reread"/> the event comes from the operation that Mobbex's API
/// returns. Source: mobbex.dev/webhooks, which describes no signature; the plugins that Mobbex publishes use tokens in the address too
/// (github.com/mobbexco).
/// </summary>
public sealed class MobbexWebhookVerifier : WebhookVerifier<MobbexWebhookOptions>, IWebhookMediaTypes
{
    private readonly ReadBack? _readBack;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the confirmation; changes to the object take effect at the next delivery.</param>
    /// <param name="client">Reads operations back; may be null with <see cref="MobbexConfirmation.TokenOnly"/>.</param>
    /// <param name="timeProvider">The clock; the system clock by default.</param>
    /// <exception cref="OptionsValidationException">The options are invalid, or require a client that is missing.</exception>
    public MobbexWebhookVerifier(MobbexWebhookOptions options, IMobbexClient? client = null, TimeProvider? timeProvider = null)
        : this(FixedOptionsMonitor<MobbexWebhookOptions>.CreateValid(options, PaymentProvider.Mobbex), Options.DefaultName, client, timeProvider)
    {
        RequireClient(options);
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the default account.</param>
    /// <param name="client">Reads operations back; may be null with <see cref="MobbexConfirmation.TokenOnly"/>.</param>
    /// <param name="timeProvider">The clock; the system clock by default.</param>
    public MobbexWebhookVerifier(IOptionsMonitor<MobbexWebhookOptions> options, string optionsName, IMobbexClient? client = null, TimeProvider? timeProvider = null)
        : this(options, optionsName, client is null ? null : new ClientRecords(client), timeProvider)
    {
    }

    internal MobbexWebhookVerifier(IOptionsMonitor<MobbexWebhookOptions> options, string optionsName, IMobbexRecords? records, TimeProvider? timeProvider)
        : base(PaymentProvider.Mobbex, options, optionsName, timeProvider)
    {
        _readBack = records is null ? null : new(records, TimeProvider);
    }

    /// <summary>Returns true for JSON and for forms: Mobbex uses both.</summary>
    /// <param name="mediaType">The media type, in lower case and without parameters.</param>
    public bool Accepts(string mediaType) => NotificationBody.Accepts(mediaType);

    /// <inheritdoc/>
    /// <exception cref="WebhookVerificationUnavailableException">The operation could not be read back.</exception>
    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsTooLarge(request))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        var options = Current;
        RequireClient(options);
        var found = CheckToken(request, options, out var notification, out var proven);
        if (notification is null)
        {
            return new(WebhookVerification.Rejected(found));
        }

        if (options.Confirmation != MobbexConfirmation.TokenOnly)
        {
            return new(ConfirmAsync(notification, proven, options, cancellationToken));
        }

        using (notification)
        {
            var delivery = new MobbexDelivery(request.Body, ContentDigest.EventId(request.Body.Span));
            return new(options.Admit(
                EventMapping.Map(Provider, request.Body, request.Body, notification.RootElement, MobbexEventMapper.Map, delivery)));
        }
    }

    private async Task<WebhookVerification> ConfirmAsync(
        JsonDocument notification, byte[] proven, MobbexWebhookOptions options, CancellationToken cancellationToken) =>
        options.Admit(await _readBack!.ConfirmAsync(notification, proven, cancellationToken).ConfigureAwait(false));

    /// <param name="request">The delivery.</param>
    /// <param name="options">The secrets.</param>
    /// <param name="notification">The body; null unless the token belongs to its reference.</param>
    /// <param name="proven">The reference that the token proves, as UTF-8.</param>
    private static WebhookVerdict CheckToken(WebhookRequest request, MobbexWebhookOptions options, out JsonDocument? notification, out byte[] proven)
    {
        notification = null;
        proven = [];
        Span<byte> token = stackalloc byte[UrlToken.Size];
        var found = UrlToken.Read(request.Url, options.TokenParameter, token);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        if (NotificationBody.IsForm(request))
        {
            found = FormScan.Run(request.Body.Span, options.Secrets, token);
            if (found != WebhookVerdict.Verified)
            {
                return found;
            }
        }

        if (NotificationBody.ToJson(request) is not { } json)
        {
            return WebhookVerdict.MalformedBody;
        }

        Span<byte> reference = stackalloc byte[ReferenceScan.MaxLength];
        found = new ReferenceScan(options.Secrets, token, reference).Run(json.Span, out var length);
        if (found != WebhookVerdict.Verified)
        {
            return found;
        }

        var parsed = EventMapping.Parse(json);
        found = parsed is null ? WebhookVerdict.MalformedBody : BoundReference.Check(parsed.RootElement, reference[..length]);
        if (found == WebhookVerdict.Verified)
        {
            notification = parsed;
            proven = reference[..length].ToArray();
        }
        else
        {
            parsed?.Dispose();
        }

        return found;
    }

    private void RequireClient(MobbexWebhookOptions options)
    {
        if (options.Confirmation != MobbexConfirmation.TokenOnly && _readBack is null)
        {
            throw new OptionsValidationException(
                OptionsName, typeof(MobbexWebhookOptions), [ReadBack.NeedsClient(OptionsName)]);
        }
    }
}
