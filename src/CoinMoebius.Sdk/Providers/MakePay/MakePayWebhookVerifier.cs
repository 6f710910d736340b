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
/// The other headers (<c>x-makepay-delivery-id</c> and the like) are not signed, so the verifier reads none of them:
/// <see cref="WebhookEvent.EventId"/> comes from the body.
/// </remarks>
public sealed class MakePayWebhookVerifier : WebhookVerifier<MakePayWebhookOptions>
{
    internal const string SignatureHeader = "X-MakePay-Signature";

    /// <summary>Creates a verifier without a container.</summary>
    /// <param name="options">The secrets and the tolerance; changes to the object apply from the next delivery.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="OptionsValidationException">The options are unusable.</exception>
    public MakePayWebhookVerifier(MakePayWebhookOptions options, TimeProvider? timeProvider = null)
        : base(PaymentProvider.MakePay, options, timeProvider)
    {
    }

    /// <summary>Creates a verifier that reads its options at each delivery.</summary>
    /// <param name="options">The source of the options.</param>
    /// <param name="optionsName">The name of the options, which is the account; empty for the only account.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public MakePayWebhookVerifier(IOptionsMonitor<MakePayWebhookOptions> options, string optionsName, TimeProvider? timeProvider = null)
        : base(PaymentProvider.MakePay, options, optionsName, timeProvider)
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

        // MakePay signs with one secret at a time, so there is one v1; its own libraries accept both cases of hexadecimal.
        var verdict = TimedSignature.Verify(request, SignatureHeader, TimedSignatureForm.Single, this, static options => options.Tolerance);
        return new(verdict == WebhookVerdict.Verified
            ? Current.Admit(EventMapping.Run(Provider, request.Body, request.Body, MakePayEventMapper.Map, request.Body))
            : WebhookVerification.Rejected(verdict));
    }
}
