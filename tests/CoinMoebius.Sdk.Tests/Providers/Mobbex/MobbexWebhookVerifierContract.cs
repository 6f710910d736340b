using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

/// <summary>
/// The contract for a scheme that signs nothing: the token in the query belongs to the reference, so of the body only the reference is
/// protected. What an address that is known gives away differs by the confirmation, and each fixture says it.
/// </summary>
public abstract class MobbexWebhookVerifierContract : SecretWebhookVerifierContract
{
    private static readonly string Reference = "\"reference\":\"order-7\"";

    // White space and the order of members are no part of a reference.
    protected override bool SignsMeaning => true;

    protected override bool ProofNamesIgnoreCase => false;

    protected override IReadOnlyDictionary<string, string> Proof(SignedWebhook delivery) => delivery.Query;

    protected override WebhookRequest WithProof(SignedWebhook delivery, IEnumerable<KeyValuePair<string, string>> proof)
    {
        var query = proof.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        return new(delivery.Body, [], new Uri("https://shop.example/webhooks/mobbex?" + string.Join('&', query)));
    }

    // The first reference is that of the payment; the one of the checkout counts only where the payment has none.
    protected override bool Protects(SignedWebhook delivery, int index)
    {
        var at = Encoding.UTF8.GetString(delivery.Body.Span).IndexOf(Reference, StringComparison.Ordinal) + Reference.Length - "order-7\"".Length;
        return index >= at && index < at + "order-7".Length;
    }

    protected static PaymentEvent? PaymentOf(WebhookVerification verification) => verification.Event as PaymentEvent;
}
