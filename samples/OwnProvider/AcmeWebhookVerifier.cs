using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace OwnProvider;

/// <summary>Verifies Acme's webhooks: HMAC-SHA256, in hexadecimal, over the time, a full stop and the raw body.</summary>
public sealed class AcmeWebhookVerifier(IOptionsMonitor<AcmeWebhookOptions> options, string account, TimeProvider timeProvider)
    : WebhookVerifier<AcmeWebhookOptions>(Acme, options, account, timeProvider)
{
    public static PaymentProvider Acme { get; } = new("acme");

    public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        var verdict = IsTooLarge(request) ? WebhookVerdict.MalformedBody : VerifyHeaders(request);
        return new(verdict == WebhookVerdict.Verified ? Map(request, AcmeEventMapper.Map) : WebhookVerification.Rejected(verdict));
    }

    private WebhookVerdict VerifyHeaders(WebhookRequest request) =>
        (request.GetSingleHeader("Acme-Timestamp", out var time), request.GetSingleHeader("Acme-Signature", out var signature)) switch
        {
            (WebhookVerdict.Verified, WebhookVerdict.Verified) => VerifySignature(request, time, signature),
            (WebhookVerdict.Verified, var refused) => refused,
            (var refused, _) => refused,
        };

    private WebhookVerdict VerifySignature(WebhookRequest request, string time, string signature)
    {
        // Acme signs the text of the time, so it is not printed anew.
        var prefix = Encoding.UTF8.GetBytes(time + ".");
        var verdict = WebhookSignatures.VerifyHmac(HashAlgorithmName.SHA256, Current.Secrets, request.Body.Span, signature, prefix);
        return verdict == WebhookVerdict.Verified ? WebhookSignatures.VerifyTime(time, Current.Tolerance, TimeProvider) : verdict;
    }
}
