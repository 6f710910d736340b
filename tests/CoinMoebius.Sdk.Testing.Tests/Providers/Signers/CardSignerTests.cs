using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.Signers;

/// <summary>What signers of card and wallet rails say they can tell comes back from their verifiers as it was told.</summary>
public sealed class CardSignerTests
{
    private const string Secret = "whsec_c2lnbmluZy1zZWNyZXQtMDEtb2YtdGhlLXRlc3Rz";
    private const string Url = "https://shop.example/webhooks/square";
    private const string WebhookId = "8PT597110X687430L";

    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 5, 14, 1, 4, 21, TimeSpan.Zero));

    private static readonly IWebhookSigner[] Signers =
    [
        new PayPalWebhookSigner(WebhookId, timeProvider: Clock),
        new SquareWebhookSigner(Secret, Url, Clock),
        new DodoPaymentsWebhookSigner(Secret, Clock),
        new CoinbaseBusinessWebhookSigner(Secret, Clock),
        new CoinflowWebhookSigner(Secret, Clock),
    ];

    private static readonly TestPayment Payment = new() { PaymentId = "p-1", Amount = 20m };

    private static readonly TestSubscription Subscription = new()
    {
        SubscriptionId = "s-1",
        CustomerRef = "user_42",
        PeriodStart = new DateTimeOffset(2026, 5, 14, 0, 0, 0, TimeSpan.Zero),
        PeriodEnd = new DateTimeOffset(2026, 6, 13, 0, 0, 0, TimeSpan.Zero),
    };

    private static IEnumerable<string> Providers => Signers.Select(signer => signer.Provider.Value);

    private static IEnumerable<string> ProvidersThatSumUpRefunds => ["paypal", "coinbase-business"];

    private static IEnumerable<TestCaseData> RefundStatuses => Cases(signer => signer.RefundStatuses.Select(status => status.Value));

    private static IEnumerable<TestCaseData> DisputeOutcomes => Cases(signer => signer.DisputeOutcomes.Select(outcome => outcome.Value));

    private static IEnumerable<TestCaseData> SubscriptionTypes => Cases(signer => signer.SubscriptionTypes.Select(type => type.Value));

    [TestCaseSource(nameof(RefundStatuses))]
    public async Task A_refund_comes_back_as_it_was_told(string provider, string status)
    {
        var payment = await VerifyPaymentAsync(provider, Payment with { MovedAmount = 5m, Refund = new() { Id = "r-1", Status = new(status), Reason = "late" } });

        payment.PaymentId.Should().Be("p-1");
        (payment.Amount, payment.Currency).Should().Be((5m, "USD"));
        (payment.Refund!.Id, payment.Refund.Amount, payment.Refund.Status.Value).Should().Be(("r-1", 5m, status));
        var part = SignerOf(provider).Statuses.Contains(PaymentStatus.PartiallyRefunded) ? PaymentStatus.PartiallyRefunded : PaymentStatus.Refunded;
        payment.Status.Should().Be(status == RefundStatus.Values.Failed ? PaymentStatus.Succeeded : part);
    }

    [TestCaseSource(nameof(Providers))]
    public async Task A_full_refund_is_full_or_of_unknown_size(string provider)
    {
        var payment = await VerifyPaymentAsync(provider, Payment with { Status = PaymentStatus.Refunded });

        (payment.Status, payment.Amount, payment.Dispute).Should().Be((PaymentStatus.Refunded, 20m, null));
        payment.Refund!.IsFull.Should().NotBe(false);
    }

    [TestCaseSource(nameof(ProvidersThatSumUpRefunds))]
    public async Task A_second_refund_tells_its_own_amount_and_the_total(string provider)
    {
        var refund = (await VerifyPaymentAsync(
            provider, Payment with { Refund = new() { Id = "r-2", Amount = 5m, TotalAmount = 12m, Status = RefundStatus.Succeeded } })).Refund!;

        (refund.Id, refund.Amount, refund.TotalAmount).Should().Be(("r-2", 5m, 12m));
    }

    [Test]
    public async Task The_last_part_of_a_checkout_makes_its_refund_full() =>
        (await VerifyPaymentAsync("coinbase-business", Payment with { Refund = new() { Amount = 5m, TotalAmount = 20m, Status = RefundStatus.Succeeded } }))
            .Status.Should().Be(PaymentStatus.Refunded);

    [TestCaseSource(nameof(DisputeOutcomes))]
    public async Task A_dispute_comes_back_as_it_was_told(string provider, string outcome)
    {
        var respondBy = new DateTimeOffset(2026, 6, 3, 0, 0, 0, TimeSpan.Zero);
        var payment = await VerifyPaymentAsync(
            provider, Payment with { MovedAmount = 5m, Dispute = new() { Id = "d-1", Outcome = new(outcome), Reason = "fraud", RespondBy = respondBy } });

        payment.PaymentId.Should().Be("p-1");
        payment.Status.Should().Be(outcome == DisputeOutcome.Values.Won ? PaymentStatus.Succeeded : PaymentStatus.Disputed);
        payment.Dispute.Should().Be(new PaymentDispute
        {
            Id = "d-1",
            Amount = 5m,
            Reason = "fraud",
            Outcome = new(outcome),
            RespondBy = provider == "dodopayments" ? null : respondBy,
        });
    }

    [TestCase("paypal", "open")]
    [TestCase("square", "open")]
    [TestCase("square", "won")]
    public async Task An_inquiry_is_one(string provider, string outcome) =>
        (await VerifyPaymentAsync(provider, Payment with { Dispute = new() { Outcome = new(outcome), IsInquiry = true } })).Dispute!.IsInquiry.Should().BeTrue();

    [TestCaseSource(nameof(SubscriptionTypes))]
    public async Task A_subscription_comes_back_as_it_was_told(string provider, string type)
    {
        var told = Subscription with { Type = new(type) };
        var subscription = (await VerifyAsync(provider, SignerOf(provider).SignSubscription(told))).Should().BeOfType<SubscriptionEvent>().Subject;

        (subscription.Type.Value, subscription.SubscriptionId, subscription.CustomerRef).Should().Be((type, "s-1", "user_42"));
        if (subscription.Amount is { } amount)
        {
            (amount, subscription.Currency).Should().Be((9m, "USD"));
        }
    }

    [TestCase("paypal", true)]
    [TestCase("square", true)]
    [TestCase("dodopayments", false)]
    public async Task A_renewal_names_its_charge_where_the_provider_does(string provider, bool doesName)
    {
        var subscription = (SubscriptionEvent)await VerifyAsync(provider, SignerOf(provider).SignSubscription(Subscription with { ChargeId = "ch-1" }));

        (subscription.Status, subscription.ChargeId, subscription.Amount).Should().Be((SubscriptionStatus.Active, doesName ? "ch-1" : null, 9m));
    }

    [Test]
    public async Task Dodo_Payments_tells_the_first_period_from_later_ones([Values] bool isFirst)
    {
        var subscription = (SubscriptionEvent)await VerifyAsync("dodopayments", SignerOf("dodopayments").SignSubscription(Subscription with { IsFirstPeriod = isFirst }));

        (subscription.IsFirstPeriod, subscription.CurrentPeriodEnd).Should().Be((isFirst, Subscription.PeriodEnd));
    }

    [TestCase("square", "updated")]
    [TestCase("dodopayments", "updated")]
    public async Task A_cancellation_at_the_periods_end_is_scheduled(string provider, string type)
    {
        var subscription = (SubscriptionEvent)await VerifyAsync(
            provider, SignerOf(provider).SignSubscription(Subscription with { Type = new(type), CancelsAtPeriodEnd = true }));

        (subscription.Status, subscription.CancelsAt).Should().Be((SubscriptionStatus.Active, Subscription.PeriodEnd));
    }

    [TestCase("paypal", "incomplete", "incomplete")]
    [TestCase("paypal", "past_due", "past_due")]
    [TestCase("dodopayments", "incomplete", "canceled")]
    public async Task A_charge_that_failed_leaves_no_paid_period(string provider, string status, string becomes)
    {
        var subscription = (SubscriptionEvent)await VerifyAsync(
            provider, SignerOf(provider).SignSubscription(Subscription with { Type = SubscriptionEventType.PaymentFailed, Status = new(status) }));

        (subscription.Status.Value, subscription.CurrentPeriodEnd).Should().Be((becomes, null));
    }

    [TestCaseSource(nameof(Providers))]
    public void What_a_provider_cannot_tell_is_refused(string provider)
    {
        var signer = SignerOf(provider);

        signer.Invoking(it => it.CreateBody(Payment with { Refund = new() { Status = RefundStatus.Pending } })).Should().Throw<NotSupportedException>().WithMessage("*refund*succeeded, failed*");
        signer.Invoking(it => it.CreateBody(Payment with { Dispute = new() { Outcome = new("unheard") } })).Should().Throw<NotSupportedException>().WithMessage("*dispute*");
        signer.Invoking(it => it.CreateBody(Payment with { Status = new("unheard") })).Should().Throw<NotSupportedException>();
        signer.Invoking(it => it.CreateSubscriptionBody(Subscription with { Type = new("unheard") })).Should().Throw<NotSupportedException>();
        if (!signer.Statuses.Contains(PaymentStatus.PartiallyRefunded))
        {
            signer.Invoking(it => it.CreateBody(Payment with { Status = PaymentStatus.PartiallyRefunded })).Should().Throw<NotSupportedException>();
        }
    }

    [TestCaseSource(nameof(Providers))]
    public void A_subscriptions_body_is_JSON_of_one_object(string provider)
    {
        var signer = SignerOf(provider);
        foreach (var type in signer.SubscriptionTypes)
        {
            JsonDocument.Parse(signer.CreateSubscriptionBody(Subscription with { Type = type })).RootElement.ValueKind.Should().Be(JsonValueKind.Object);
        }
    }

    private static IEnumerable<TestCaseData> Cases(Func<IWebhookSigner, IEnumerable<string>> values) =>
        Signers.SelectMany(signer => values(signer).Select(value => new TestCaseData(signer.Provider.Value, value)));

    private static IWebhookSigner SignerOf(string provider) => Signers.Single(signer => signer.Provider.Value == provider);

    private static async Task<PaymentEvent> VerifyPaymentAsync(string provider, TestPayment payment) =>
        (await VerifyAsync(provider, SignerOf(provider).Sign(payment))).Should().BeOfType<PaymentEvent>().Subject;

    private static async Task<WebhookEvent> VerifyAsync(string provider, SignedWebhook delivery) =>
        (await VerifierOf(provider).VerifyAsync(delivery.ToRequest())).EnsureVerified();

    private static IWebhookVerifier VerifierOf(string provider)
    {
        if (provider == "paypal")
        {
            var options = new PayPalWebhookOptions { WebhookId = WebhookId, Environment = PayPalEnvironment.Sandbox };
            PayPalTestCertificate.Shared.Trust(options);
            return new PayPalWebhookVerifier(options, timeProvider: Clock);
        }

        var url = provider == "square" ? $",\"notificationUrl\":\"{Url}\"" : "";
        return WebhookProviders.CreateVerifier(new PaymentProvider(provider), $"{{\"secrets\":[\"{Secret}\"]{url}}}", Clock);
    }
}
