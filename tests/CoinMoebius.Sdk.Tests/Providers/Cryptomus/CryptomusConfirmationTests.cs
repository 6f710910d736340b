using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Cryptomus;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.Cryptomus;

/// <summary><see cref="CryptomusWebhookOptions.ConfirmPayments"/>: what Cryptomus says when it is asked counts.</summary>
public sealed class CryptomusConfirmationTests
{
    private const string Secret = "payment-api-key-for-tests";

    private static readonly CryptomusWebhookSigner Signer = new(Secret);

    private static CryptomusPayment Known { get; } = new()
    {
        Uuid = Signer.CreatePaymentId(7),
        OrderId = "order-7",
        Amount = 19.99m,
        Currency = "USD",
        PaymentAmount = 19.99m,
        PayerCurrency = "USDT",
        Network = "tron",
        Status = CryptomusPaymentStatus.Paid,
        UpdatedAt = new(2026, 5, 14, 1, 4, 21, TimeSpan.Zero),
    };

    [Test]
    public async Task The_event_is_made_of_the_answer()
    {
        var delivery = Delivery(PaymentStatus.Succeeded, amount: 1999m);
        var client = new StubCryptomus(Known with { Status = CryptomusPaymentStatus.PaidOver });

        var payment = (await VerifyAsync(client, delivery)).EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;

        (payment.Status, payment.Amount, payment.Currency, payment.Reference).Should().Be((PaymentStatus.Succeeded, 19.99m, "USD", "order-7"));
        payment.Metadata["overpaid"].Should().Be("true");
        payment.EventType.Should().Be("paid_over", "all of the event is what was read");
        payment.OccurredAt.Should().Be(Known.UpdatedAt);
        Encoding.UTF8.GetString(payment.RawBody.Span).Should().Contain("paid_over").And.NotContain("1999");
        client.Asked.Should().Equal(Known.Uuid);
    }

    [Test]
    public async Task Two_bodies_of_one_payment_lead_to_one_event()
    {
        var client = new StubCryptomus(Known);

        var one = (await VerifyAsync(client, Delivery(PaymentStatus.Succeeded))).EnsureVerified();
        var other = (await VerifyAsync(client, Delivery(PaymentStatus.Succeeded, amount: 5m))).EnsureVerified();

        other.EventId.Should().Be(one.EventId);
        other.RawBody.ToArray().Should().Equal(one.RawBody.ToArray());
    }

    [Test]
    public async Task Two_bodies_of_one_refund_under_way_lead_to_one_event_and_another_orders_are_refused()
    {
        var client = new StubCryptomus(Known with { Status = new("refund_process") });

        var one = (await VerifyAsync(client, Delivery(PaymentStatus.Succeeded))).EnsureVerified();
        var other = (await VerifyAsync(client, Delivery(PaymentStatus.Succeeded, amount: 5m))).EnsureVerified();

        other.EventId.Should().Be(one.EventId);
        other.RawBody.ToArray().Should().Equal(one.RawBody.ToArray());
        (await VerifyAsync(new StubCryptomus(Known with { Status = new("refund_process"), OrderId = "order-8" }), Delivery(PaymentStatus.Succeeded)))
            .Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task Without_the_option_nobody_is_asked()
    {
        var client = new StubCryptomus(Known);
        var verifier = new CryptomusWebhookVerifier(new CryptomusWebhookOptions { Secrets = { Secret } }, client);

        (await verifier.VerifyAsync(Delivery(PaymentStatus.Succeeded).ToRequest())).IsVerified.Should().BeTrue();

        client.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task A_wrong_signature_is_refused_unasked()
    {
        var client = new StubCryptomus(Known);
        var forged = new CryptomusWebhookSigner("the-key-of-somebody-else").Sign(Payment(PaymentStatus.Succeeded));

        (await VerifyAsync(client, forged)).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);

        client.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task A_payment_that_Cryptomus_does_not_know_is_refused()
    {
        var client = new StubCryptomus((_, _) => Task.FromException<CryptomusPayment>(new CoinMoebiusNotFoundException("no such payment")));

        (await VerifyAsync(client, Delivery(PaymentStatus.Succeeded))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task An_id_that_can_be_nobodys_is_refused_unasked()
    {
        var client = new StubCryptomus(Known);

        (await VerifyAsync(client, Signer.Sign(Payment(PaymentStatus.Succeeded) with { PaymentId = "../payment" }))).Verdict
            .Should().Be(WebhookVerdict.SignatureMismatch);

        client.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task Another_order_is_refused()
    {
        (await VerifyAsync(new StubCryptomus(Known with { OrderId = "order-8" }), Delivery(PaymentStatus.Succeeded))).Verdict
            .Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [TestCase("check")]
    [TestCase("confirm_check")]
    [TestCase("wrong_amount")]
    [TestCase("something_new")]
    public async Task What_Cryptomus_does_not_know_yet_is_to_be_sent_again(string status)
    {
        var client = new StubCryptomus(Known with { Status = new(status) });

        await FluentActions.Awaiting(() => VerifyAsync(client, Delivery(PaymentStatus.Succeeded)))
            .Should().ThrowAsync<WebhookVerificationUnavailableException>();
    }

    [Test]
    public async Task What_Cryptomus_knows_better_counts()
    {
        var payment = (await VerifyAsync(new StubCryptomus(Known), Delivery(PaymentStatus.Pending))).EnsureVerified();

        payment.Should().BeOfType<PaymentEvent>().Which.Status.Should().Be(PaymentStatus.Succeeded);
    }

    [TestCase("refund_process")]
    [TestCase("refund_fail")]
    public async Task While_a_refund_is_not_done_nothing_is_told_paid(string status)
    {
        (await VerifyAsync(new StubCryptomus(Known with { Status = new(status) }), Delivery(PaymentStatus.Succeeded))).EnsureVerified()
            .Should().BeOfType<UnmappedEvent>().Which.EventType.Should().Be(status);
    }

    [Test]
    public async Task Without_an_answer_nothing_is_decided()
    {
        Exception[] failures =
        [
            new CoinMoebiusTransportException("no network"), new CoinMoebiusApiException("500"), new CoinMoebiusAuthenticationException("401"),
            new CoinMoebiusValidationException("422"),
        ];
        foreach (var failure in failures)
        {
            var client = new StubCryptomus((_, _) => Task.FromException<CryptomusPayment>(failure));

            (await FluentActions.Awaiting(() => VerifyAsync(client, Delivery(PaymentStatus.Succeeded)))
                .Should().ThrowAsync<WebhookVerificationUnavailableException>()).Which.InnerException.Should().BeSameAs(failure);
        }
    }

    [Test]
    public async Task The_question_has_a_limit()
    {
        var clock = new FakeTimeProvider();
        var client = new StubCryptomus((_, token) =>
        {
            var never = new TaskCompletionSource<CryptomusPayment>();
            token.Register(() => never.TrySetCanceled(token));
            return never.Task;
        });
        var verifying = VerifyAsync(client, Delivery(PaymentStatus.Succeeded), clock);

        clock.Advance(TimeSpan.FromSeconds(10));

        await verifying.Awaiting(task => task).Should().ThrowAsync<WebhookVerificationUnavailableException>();
    }

    [TestCase("payout", "paid")]
    [TestCase("payment", "refund_process")]
    public async Task What_is_no_payment_event_is_not_asked_about(string type, string status)
    {
        var client = new StubCryptomus(Known);
        var delivery = Signer.Sign(Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","uuid":"{{Known.Uuid}}","status":"{{status}}"}"""));

        (await VerifyAsync(client, delivery)).EnsureVerified().Should().BeOfType<UnmappedEvent>();

        client.Asked.Should().BeEmpty();
    }

    [Test]
    public void Without_a_client_the_verifier_says_what_to_do()
    {
        FluentActions.Invoking(() => new CryptomusWebhookVerifier(Options()))
            .Should().Throw<OptionsValidationException>().WithMessage("*cryptomus*ConfirmPayments*AddCryptomusClient*").Which.Message.Should().NotContain(Secret);
    }

    [Test]
    public async Task Without_a_client_of_the_account_the_host_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCryptomusClient(options => (options.MerchantId, options.PaymentApiKey) = ("m", Secret));
        builder.Services.AddCoinMoebiusWebhooks()
            .AddCryptomus(Confirming)
            .AddCryptomus("eu", Confirming);
        using var host = builder.Build();

        (await host.Awaiting(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .WithMessage("*AddCryptomusClient(\"eu\", …)*");
    }

    [Test]
    public async Task An_account_asks_its_own_client()
    {
        var main = new StubCryptomus(Known);
        var eu = new StubCryptomus(Known);
        var services = new ServiceCollection();
        services.AddSingleton<ICryptomusClient>(main).AddKeyedSingleton<ICryptomusClient>("eu", eu);
        services.AddCoinMoebiusWebhooks().AddCryptomus(Confirming).AddCryptomus("eu", Confirming);
        await using var provider = services.BuildServiceProvider();
        var verifier = provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.Cryptomus, "eu")!;

        (await verifier.VerifyAsync(Delivery(PaymentStatus.Succeeded).ToRequest())).IsVerified.Should().BeTrue();

        (main.Asked.Count, eu.Asked.Count).Should().Be((0, 1));
    }

    private static void Confirming(CryptomusWebhookOptions options)
    {
        options.Secrets.Add(Secret);
        options.ConfirmPayments = true;
    }

    private static CryptomusWebhookOptions Options()
    {
        var options = new CryptomusWebhookOptions();
        Confirming(options);
        return options;
    }

    private static TestPayment Payment(PaymentStatus status, decimal amount = 19.99m) =>
        new() { PaymentId = Known.Uuid, Reference = "order-7", Status = status, Amount = amount };

    private static SignedWebhook Delivery(PaymentStatus status, decimal amount = 19.99m) => Signer.Sign(Payment(status, amount));

    private static Task<WebhookVerification> VerifyAsync(ICryptomusClient client, SignedWebhook delivery, TimeProvider? clock = null) =>
        new CryptomusWebhookVerifier(Options(), client, clock).VerifyAsync(delivery.ToRequest()).AsTask();
}
