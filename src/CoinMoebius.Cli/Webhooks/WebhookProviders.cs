using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>
/// The table of providers. It creates a verifier from a provider's id and its options as JSON, for tools that receive both at run time.
/// Applications register their providers instead, for example with <c>AddCoinMoebiusWebhooks().AddStripe(…)</c>.
/// </summary>
internal static class WebhookProviders
{
    /// <summary>
    /// The id of the scheme that many services share, rather than of a provider, so that a tool can verify their webhooks too; see
    /// <see cref="StandardWebhooksVerifier"/>.
    /// </summary>
    public const string StandardWebhooks = "standardwebhooks";

    private static readonly Dictionary<string, Func<string, TimeProvider?, Ed25519Check?, IWebhookVerifier>> Table = new(StringComparer.Ordinal)
    {
        [PaymentProvider.Values.Stripe] = Define(PaymentProvider.Stripe, Sdk.Providers.Stripe.StripeWebhookOptionsJson.Default.StripeWebhookOptions, (o, t) => new Sdk.Providers.Stripe.StripeWebhookVerifier(o, "", t)),
        [PaymentProvider.Values.Square] = Define(PaymentProvider.Square, Sdk.Providers.Square.SquareWebhookOptionsJson.Default.SquareWebhookOptions, (o, _) => new Sdk.Providers.Square.SquareWebhookVerifier(o, "")),
        [PaymentProvider.Values.AuthorizeNet] = Define(PaymentProvider.AuthorizeNet, Sdk.Providers.AuthorizeNet.AuthorizeNetWebhookOptionsJson.Default.AuthorizeNetWebhookOptions, (o, _) => new Sdk.Providers.AuthorizeNet.AuthorizeNetWebhookVerifier(o, "")),
        [PaymentProvider.Values.NowPayments] = Define(PaymentProvider.NowPayments, Sdk.Providers.NowPayments.NowPaymentsWebhookOptionsJson.Default.NowPaymentsWebhookOptions, (o, _) => new Sdk.Providers.NowPayments.NowPaymentsWebhookVerifier(o, "")),
        [PaymentProvider.Values.CoinbaseBusiness] = Define(PaymentProvider.CoinbaseBusiness, Sdk.Providers.CoinbaseBusiness.CoinbaseBusinessWebhookOptionsJson.Default.CoinbaseBusinessWebhookOptions, (o, t) => new Sdk.Providers.CoinbaseBusiness.CoinbaseBusinessWebhookVerifier(o, "", t)),
        [PaymentProvider.Values.Coinflow] = Define(PaymentProvider.Coinflow, Sdk.Coinflow.CoinflowWebhookOptionsJson.Default.CoinflowWebhookOptions, (o, t) => new Sdk.Coinflow.CoinflowWebhookVerifier(o, "", t)),
        [PaymentProvider.Values.PayPal] = Define(PaymentProvider.PayPal, Sdk.Providers.PayPal.PayPalWebhookOptionsJson.Default.PayPalWebhookOptions, (o, t) => new Sdk.Providers.PayPal.PayPalWebhookVerifier(o, "", null, t)),
        [PaymentProvider.Values.Inqud] = Define(PaymentProvider.Inqud, Sdk.Inqud.InqudWebhookOptionsJson.Default.InqudWebhookOptions, (o, _) => new Sdk.Inqud.InqudWebhookVerifier(o, "")),
        [PaymentProvider.Values.MoneyButton] = Define(PaymentProvider.MoneyButton, Sdk.MoneyButton.MoneyButtonWebhookOptionsJson.Default.MoneyButtonWebhookOptions, (o, _) => new Sdk.MoneyButton.MoneyButtonWebhookVerifier(o, "")),
        [PaymentProvider.Values.DodoPayments] = Define(PaymentProvider.DodoPayments, Sdk.Providers.DodoPayments.DodoPaymentsWebhookOptionsJson.Default.DodoPaymentsWebhookOptions, (o, t) => new Sdk.Providers.DodoPayments.DodoPaymentsWebhookVerifier(o, "", t)),
        [PaymentProvider.Values.MakePay] = Define(PaymentProvider.MakePay, Sdk.Providers.MakePay.MakePayWebhookOptionsJson.Default.MakePayWebhookOptions, (o, t) => new Sdk.Providers.MakePay.MakePayWebhookVerifier(o, "", t)),
        [PaymentProvider.Values.Monero] = Define(PaymentProvider.Monero, Sdk.Providers.Monero.MoneroWebhookOptionsJson.Default.MoneroWebhookOptions, (o, t) => new Sdk.Providers.Monero.MoneroWebhookVerifier(o, "", t)),
        [PaymentProvider.Values.Cryptomus] = Define(PaymentProvider.Cryptomus, Sdk.Providers.Cryptomus.CryptomusWebhookOptionsJson.Default.CryptomusWebhookOptions, (o, t) => new Sdk.Providers.Cryptomus.CryptomusWebhookVerifier(o, "", null, t)),
        [PaymentProvider.Values.Mobbex] = Define(PaymentProvider.Mobbex, Sdk.Mobbex.MobbexWebhookOptionsJson.Default.MobbexWebhookOptions, (o, _) => new Sdk.Mobbex.MobbexWebhookVerifier(o, "")),
        [StandardWebhooks] = Define(new PaymentProvider(StandardWebhooks), StandardWebhooksOptionsJson.Default.StandardWebhooksOptions, (o, t) => new StandardWebhooksVerifier(new PaymentProvider(StandardWebhooks), o, "", t)),
    };

    /// <summary>The ids that <see cref="CreateVerifier"/> accepts.</summary>
    public static IReadOnlyCollection<string> Ids => Table.Keys;

    /// <summary>
    /// Creates a verifier, which validates its options when it is used. Secrets are only checked for trivially guessable values, so that
    /// published test cases can be verified.
    /// </summary>
    /// <param name="provider">The provider's id, for example <c>stripe</c>.</param>
    /// <param name="optionsJson">The provider's options class as a JSON object in camelCase.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <param name="verifyEd25519">Verifies signatures of public keys, see <see cref="StandardWebhooksOptions.VerifyEd25519"/>; without it, such keys are rejected.</param>
    /// <exception cref="ArgumentException">The provider is unknown; the message lists the known ones.</exception>
    /// <exception cref="JsonException">The options are not an object of that class; the message names the member.</exception>
    public static IWebhookVerifier CreateVerifier(
        PaymentProvider provider, string optionsJson, TimeProvider? timeProvider = null, Ed25519Check? verifyEd25519 = null) =>
        Table.TryGetValue(provider.Value, out var create)
            ? create(optionsJson, timeProvider, verifyEd25519)
            : throw new ArgumentException(
                $"There is no provider \"{provider}\". Known: {string.Join(", ", Table.Keys)}.", nameof(provider));

    private static Func<string, TimeProvider?, Ed25519Check?, IWebhookVerifier> Define<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        PaymentProvider provider, JsonTypeInfo<TOptions> json, Func<IOptionsMonitor<TOptions>, TimeProvider?, IWebhookVerifier> create)
        where TOptions : WebhookOptions =>
        (optionsJson, timeProvider, verifyEd25519) =>
        {
            var options = JsonSerializer.Deserialize(optionsJson, json) ?? throw new JsonException("The options are null.");
            options.IsTool = true;
            if (options is StandardWebhooksOptions standard)
            {
                standard.VerifyEd25519 = verifyEd25519;
            }

            return create(new FixedOptionsMonitor<TOptions>(options, provider), timeProvider);
        };
}
