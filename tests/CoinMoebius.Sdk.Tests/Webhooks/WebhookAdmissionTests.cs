using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>A right signature does not say whose money it is, nor whether it is money.</summary>
public sealed class WebhookAdmissionTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Url = "https://shop.example/webhooks/square";

    // By provider: its signer, the place of the account in the body, and its registration.
    private static readonly Dictionary<string, (IWebhookSigner Signer, string[] Path, Action<IWebhooksBuilder, Action<WebhookOptions>> Add)> Naming = new(StringComparer.Ordinal)
    {
        ["stripe"] = (new StripeWebhookSigner(Secret), ["account"], (to, set) => to.AddStripe(o => Set(o, set))),
        ["square"] = (new SquareWebhookSigner(Secret, Url), ["merchant_id"], (to, set) => to.AddSquare(o =>
        {
            o.NotificationUrl = Url;
            Set(o, set);
        })),
        ["coinflow"] = (new CoinflowWebhookSigner(Secret), ["data", "merchantId"], (to, set) => to.AddCoinflow(o => Set(o, set))),
        ["dodopayments"] = (new DodoPaymentsWebhookSigner(Secret), ["business_id"], (to, set) => to.AddDodoPayments(o => Set(o, set))),
        ["makepay"] = (new MakePayWebhookSigner(Secret), ["companyId"], (to, set) => to.AddMakePay(o => Set(o, set))),
        ["mobbex"] = (new MobbexWebhookSigner(Secret), ["data", "entity", "uid"], (to, set) => to.AddMobbex(o =>
        {
            o.Confirmation = MobbexConfirmation.TokenOnly;
            Set(o, set);
        })),
        ["paypal"] = (new PayPalWebhookSigner("WEBHOOK-OF-A-TEST"), ["resource", "payee", "merchant_id"], (to, set) => to.AddPayPal(o =>
        {
            (o.WebhookId, o.Environment) = ("WEBHOOK-OF-A-TEST", PayPalEnvironment.Sandbox);
            PayPalTestCertificate.Shared.Trust(o);
            set(o);
        })),
    };

    private static IEnumerable<string> Names => Naming.Keys;

    [Test]
    public async Task The_account_that_a_payload_names_is_the_events_owner_and_is_stored_with_it([ValueSource(nameof(Names))] string provider)
    {
        var found = (await VerifyAsync(provider, "acct-1", options => options.Owners.Add("acct-1"))).EnsureVerified();

        found.Should().BeOfType<PaymentEvent>();
        found.Owner.Should().Be("acct-1");
        var json = WebhookEventJson.Serialize(found);
        Encoding.UTF8.GetString(json).Should().Contain("\"owner\":\"acct-1\"");
        WebhookEventJson.Deserialize(json).Owner.Should().Be("acct-1");
    }

    [Test]
    public async Task A_payment_of_another_account_than_those_pinned_is_unmapped([ValueSource(nameof(Names))] string provider)
    {
        var (signer, path, _) = Naming[provider];
        var delivery = Sign(signer, path, "acct-2");
        var refused = (await VerifyAsync(delivery, options => options.Owners.Add("acct-1"))).EnsureVerified();

        refused.Should().BeOfType<UnmappedEvent>();
        (refused.Owner, refused.Metadata["refused"]).Should().Be(("acct-2", "owner"));
        var again = (await VerifyAsync(delivery, options => options.Owners.Add("acct-1"))).EnsureVerified();
        again.EventId.Should().Be(refused.EventId, "a retry is no news");
        refused.RawBody.ToArray().Should().Equal(delivery.Body.ToArray());

        var admitted = (await VerifyAsync(delivery, options => options.Owners.Add("acct-2"))).EnsureVerified();
        refused.EventId.Should().Be("refused:" + admitted.EventId, "once the options are mended, the event sent again is new");
        (await VerifyAsync(delivery, options => options.Owners.Add("*"))).EnsureVerified().Should().BeOfType<PaymentEvent>();
    }

    [Test]
    public async Task Where_nothing_is_pinned_every_account_passes_but_at_Stripe([ValueSource(nameof(Names))] string provider)
    {
        var found = (await VerifyAsync(provider, "acct-2", _ => { })).EnsureVerified();

        (found is PaymentEvent).Should().Be(provider != "stripe", "Stripe names an account only when it is another than one's own");
    }

    [Test]
    public async Task An_event_that_names_no_account_passes()
    {
        var found = (await VerifyAsync("stripe", null, options => options.Owners.Add("acct-1"))).EnsureVerified();

        found.Should().BeOfType<PaymentEvent>().Which.Owner.Should().BeNull();
        Encoding.UTF8.GetString(WebhookEventJson.Serialize(found)).Should().NotContain("owner");
    }

    [Test]
    public void An_owner_that_no_payload_can_name_ends_the_start()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks().AddNowPayments(options =>
        {
            options.Secrets.Add(Secret);
            options.Owners.Add("acct-1");
        });

        FluentActions.Invoking(() => services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate())
            .Should().Throw<OptionsValidationException>().WithMessage("*nowpayments*Owners*");
    }

    [TestCase("stripe", true, true)]
    [TestCase("stripe", false, false)]
    [TestCase("mobbex", false, false)]
    [TestCase("paypal", false, false)]
    [TestCase("paypal", null, true)]
    [TestCase("mobbex", null, true)]
    [TestCase("stripe", null, true)]
    public async Task A_payment_of_test_mode_counts_only_where_that_is_accepted(string provider, bool? accept, bool passes)
    {
        var found = (await VerifyAsync(provider, null, options => options.AcceptTest = accept)).EnsureVerified();

        (found is PaymentEvent).Should().Be(passes);
        found.IsTest.Should().BeTrue();
        if (!passes)
        {
            found.Metadata["refused"].Should().Be("test");
        }
    }

    [TestCase("sk_live_0123456789abcdef", null, false)]
    [TestCase("rk_live_0123456789abcdef", null, false)]
    [TestCase("sk_live_0123456789abcdef", true, true)]
    [TestCase("sk_test_0123456789abcdef", null, true)]
    public async Task Where_a_live_key_is_configured_no_payment_of_test_mode_counts_unless_that_is_said(string key, bool? accept, bool passes)
    {
        var services = new ServiceCollection();
        services.AddStripePortalClient(options => options.ApiKey = key);
        services.AddCoinMoebiusWebhooks().AddStripe(options =>
        {
            options.Secrets.Add(Secret);
            options.AcceptTest = accept;
        });

        var found = (await VerifyAsync(services, Sign(new StripeWebhookSigner(Secret), [], null))).EnsureVerified();

        (found is PaymentEvent).Should().Be(passes);
    }

    [TestCase(false, false)]
    [TestCase(true, true)]
    public async Task Where_Mobbex_makes_live_checkouts_no_payment_of_test_mode_counts(bool test, bool passes)
    {
        var services = new ServiceCollection();
        services.AddMobbexClient(options => (options.ApiKey, options.AccessToken, options.Test) = ("application-key", "merchant-token", test));
        services.AddCoinMoebiusWebhooks().AddMobbex(options =>
        {
            options.Secrets.Add(Secret);
            options.Confirmation = MobbexConfirmation.TokenOnly;
        });

        var found = (await VerifyAsync(services, Sign(new MobbexWebhookSigner(Secret), [], null))).EnsureVerified();

        (found is PaymentEvent).Should().Be(passes);
    }

    [Test]
    public async Task A_tool_shows_every_event_as_it_is_unless_told_otherwise()
    {
        var delivery = Sign(new StripeWebhookSigner(Secret), ["account"], "acct-2");
        var plain = WebhookProviders.CreateVerifier(PaymentProvider.Stripe, $$"""{"secrets":["{{Secret}}"]}""");
        var pinned = WebhookProviders.CreateVerifier(PaymentProvider.Stripe, $$"""{"secrets":["{{Secret}}"],"owners":["acct-1"],"acceptTest":true}""");

        (await plain.VerifyAsync(delivery.ToRequest())).Event.Should().BeOfType<PaymentEvent>();
        (await pinned.VerifyAsync(delivery.ToRequest())).Event.Should().BeOfType<UnmappedEvent>();
    }

    [Test]
    public async Task An_account_whose_name_differs_by_case_is_another()
    {
        (await VerifyAsync("square", "ACCT-1", options => options.Owners.Add("acct-1"))).Event.Should().BeOfType<UnmappedEvent>();
    }

    private static void Set(WebhookOptions options, Action<WebhookOptions> set)
    {
        options.Secrets.Add(Secret);
        set(options);
    }

    private static Task<WebhookVerification> VerifyAsync(string provider, string? owner, Action<WebhookOptions> set)
    {
        var (signer, path, _) = Naming[provider];
        return VerifyAsync(Sign(signer, path, owner), set);
    }

    private static Task<WebhookVerification> VerifyAsync(SignedWebhook delivery, Action<WebhookOptions> set)
    {
        var services = new ServiceCollection();
        Naming[delivery.Provider.Value].Add(services.AddCoinMoebiusWebhooks(), set);
        return VerifyAsync(services, delivery);
    }

    private static async Task<WebhookVerification> VerifyAsync(ServiceCollection services, SignedWebhook delivery)
    {
        using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IWebhookVerifiers>().Find(delivery.Provider)!.VerifyAsync(delivery.ToRequest());
    }

    private static SignedWebhook Sign(IWebhookSigner signer, string[] path, string? owner)
    {
        var payment = new TestPayment { PaymentId = signer.CreatePaymentId(1), Reference = "order-1", IsTest = true };
        var body = JsonNode.Parse(signer.CreateBody(payment))!;
        if (owner is not null)
        {
            var place = body;
            foreach (var name in path[..^1])
            {
                place = place[name] ??= new JsonObject();
            }

            place[path[^1]] = owner;
        }

        return signer.Sign(Encoding.UTF8.GetBytes(body.ToJsonString()));
    }
}
