using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Signatures;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Providers.MakePay;

/// <summary>
/// Verifies MakePay's webhooks: HMAC-SHA256 over the header's <c>t</c>, a full stop and the raw body, under the whole secret text.
/// Sources: makecrypto.io/documentation/api/webhooks and github.com/makecryptoio/makepay-dotnet-sdk, src/MakePay/MakePayWebhookVerifier.cs.
/// </summary>
/// <remarks>
/// The other headers (<c>x-makepay-delivery-id</c> and its like) are not signed, so none of them is read: <see cref="WebhookEvent.EventId"/>
/// comes from the body.
/// </remarks>
public sealed class MakePayWebhookVerifier : IWebhookVerifier, IWebhookBodyLimit
{
    internal const string SignatureHeader = "X-MakePay-Signature";

    private readonly IOptionsMonitor<MakePayWebhookOptions> _options;
    private readonly string _optionsName;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object count from the next delivery on.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public MakePayWebhookVerifier(MakePayWebhookOptions options, TimeProvider? timeProvider = null)
        : this(FixedOptionsMonitor<MakePayWebhookOptions>.CreateValid(options, PaymentProvider.MakePay), Options.DefaultName, timeProvider)
    {
    }

    /// <summary>Creates a verifier that asks for its options at each delivery.</summary>
    /// <param name="options">Where the options come from.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    public MakePayWebhookVerifier(IOptionsMonitor<MakePayWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(optionsName);
        _options = options;
        _optionsName = optionsName;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.MakePay;

    /// <inheritdoc/>
    public int MaxBodySize => _options.Get(_optionsName).MaxBodySize;

    /// <inheritdoc/>
    public ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (BodyLimit.IsPassedBy(request, _options, _optionsName))
        {
            return new(WebhookVerification.Rejected(WebhookVerdict.MalformedBody));
        }

        // MakePay signs with one secret at a time, so there is one v1; its own libraries take both cases of hexadecimal.
        var verdict = TimedSignature.Verify(
            request, SignatureHeader, TimedSignatureForm.Single, _options, _optionsName, static options => options.Tolerance, _timeProvider);
        return new(verdict == WebhookVerdict.Verified
            ? _options.Get(_optionsName).Admit(EventMapping.Run(Provider, request.Body, request.Body, MakePayEventMapper.Map, request.Body))
            : WebhookVerification.Rejected(verdict));
    }
}
