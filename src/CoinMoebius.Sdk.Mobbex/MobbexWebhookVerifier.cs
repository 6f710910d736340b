using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Mobbex.Confirmation;
using CoinMoebius.Sdk.Mobbex.Json;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// Checks Mobbex's notifications, which nobody signs: the address that was called must bear the token of the reference in the body
/// (see <see cref="MobbexWebhookUrl"/>), and with <see cref="MobbexConfirmation.Reread"/> the event is made of the operation that Mobbex's
/// API returns. Source: mobbex.dev/webhooks, which has no signature; tokens in the address are how the plugins that Mobbex publishes
/// recognise their own (github.com/mobbexco).
/// </summary>
public sealed class MobbexWebhookVerifier : WebhookVerifier<MobbexWebhookOptions>, IWebhookMediaTypes
{
    private readonly ReadBack? _readBack;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the confirmation; changes to the object count from the next delivery on.</param>
    /// <param name="client">Reads operations back; may be null with <see cref="MobbexConfirmation.TokenOnly"/>.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable, or need a client that is not given.</exception>
    public MobbexWebhookVerifier(MobbexWebhookOptions options, IMobbexClient? client = null, TimeProvider? timeProvider = null)
        : this(FixedOptionsMonitor<MobbexWebhookOptions>.CreateValid(options, PaymentProvider.Mobbex), Options.DefaultName, client, timeProvider)
    {
        RequireClient(options);
    }

    /// <summary>Creates a verifier that asks for its options at each delivery.</summary>
    /// <param name="options">Where the options come from.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="client">Reads operations back; may be null with <see cref="MobbexConfirmation.TokenOnly"/>.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    public MobbexWebhookVerifier(IOptionsMonitor<MobbexWebhookOptions> options, string optionsName, IMobbexClient? client = null, TimeProvider? timeProvider = null)
        : this(options, optionsName, client is null ? null : new ClientRecords(client), timeProvider)
    {
    }

    internal MobbexWebhookVerifier(IOptionsMonitor<MobbexWebhookOptions> options, string optionsName, IMobbexRecords? records, TimeProvider? timeProvider)
        : base(PaymentProvider.Mobbex, options, optionsName, timeProvider)
    {
        _readBack = records is null ? null : new(records, TimeProvider);
    }

    /// <summary>True for JSON and for forms: both are in use.</summary>
    /// <param name="mediaType">Lower case and without parameters.</param>
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
    /// <param name="notification">The body; null unless the token is that of its reference.</param>
    /// <param name="proven">That reference, as UTF-8.</param>
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
