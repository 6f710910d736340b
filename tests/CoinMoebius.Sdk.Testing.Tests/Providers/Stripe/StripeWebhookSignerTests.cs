using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Stripe;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.Stripe;

/// <summary>What the signer is told comes back from the verifier.</summary>
public sealed class StripeWebhookSignerTests
{
    private const string Secret = "whsec_local_test_secret";

    private static readonly StripeWebhookSigner Signer = new(Secret);
    private static readonly DateTimeOffset Start = new(2026, 5, 14, 1, 4, 21, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddDays(30);

    [Test]
    public async Task A_session_names_its_checkout_and_its_order()
    {
        var payment = await PaymentAsync(new() { PaymentId = "pi_1", CheckoutId = "cs_1", Reference = "order-7", CustomerRef = "user_42" });

        payment.Should().BeEquivalentTo(new { Status = PaymentStatus.Succeeded, PaymentId = "pi_1", CheckoutId = "cs_1", Reference = "order-7", CustomerRef = "user_42", Amount = 19.99m });
    }

    [Test]
    public async Task A_part_and_then_the_rest_go_back()
    {
        var part = await PaymentAsync(new() { PaymentId = "pi_1", Status = PaymentStatus.PartiallyRefunded, MovedAmount = 5m });
        var second = await PaymentAsync(new()
        {
            PaymentId = "pi_1",
            Refund = new() { Amount = 4m, TotalAmount = 9m, Status = RefundStatus.Succeeded },
        });
        var rest = await PaymentAsync(new() { PaymentId = "pi_1", Status = PaymentStatus.Refunded, MovedAmount = 10.99m });

        part.Should().BeEquivalentTo(new { Status = PaymentStatus.PartiallyRefunded, Amount = 5m });
        part.Refund.Should().Be(new PaymentRefund { Amount = 5.00m, TotalAmount = 5.00m, IsFull = false, Status = RefundStatus.Succeeded });
        second.Status.Should().Be(PaymentStatus.PartiallyRefunded);
        second.Refund.Should().Be(new PaymentRefund { Amount = 4.00m, TotalAmount = 9.00m, IsFull = false, Status = RefundStatus.Succeeded });
        rest.Should().BeEquivalentTo(new { Status = PaymentStatus.Refunded, Amount = 10.99m });
        rest.Refund.Should().Be(new PaymentRefund { Amount = 10.99m, TotalAmount = 19.99m, IsFull = true, Status = RefundStatus.Succeeded });
    }

    [Test]
    public async Task A_refund_can_fail()
    {
        var failed = await PaymentAsync(new()
        {
            PaymentId = "pi_1",
            MovedAmount = 5m,
            Refund = new() { Id = "re_1", Status = RefundStatus.Failed, Reason = "insufficient_funds" },
        });

        failed.Status.Should().Be(PaymentStatus.Succeeded);
        failed.Refund.Should().Be(new PaymentRefund { Id = "re_1", Amount = 5.00m, Status = RefundStatus.Failed, Reason = "insufficient_funds" });
    }

    [Test]
    public async Task A_dispute_is_opened_won_and_lost([Values("open", "won", "lost")] string outcome, [Values] bool isInquiry)
    {
        var told = new PaymentDispute { Id = "dp_1", Amount = 5m, Reason = "general", Outcome = new(outcome), RespondBy = End, IsInquiry = isInquiry && outcome != "lost" };

        var disputed = await PaymentAsync(new() { PaymentId = "pi_1", Dispute = told });

        disputed.Status.Should().Be(outcome == "won" ? PaymentStatus.Succeeded : PaymentStatus.Disputed);
        disputed.Dispute.Should().Be(told);
    }

    [Test]
    public async Task A_first_and_a_later_period_are_paid([Values] bool isFirst)
    {
        var renewed = await SubscriptionAsync(new() { SubscriptionId = "sub_1", IsFirstPeriod = isFirst, PeriodStart = Start, CustomerRef = "user_42", Reference = "order-7" });

        renewed.Should().BeEquivalentTo(new
        {
            Type = SubscriptionEventType.Renewed,
            Status = SubscriptionStatus.Active,
            IsFirstPeriod = (bool?)isFirst,
            CurrentPeriodEnd = (DateTimeOffset?)End,
            Amount = (decimal?)9m,
            ProductId = "prod_Test",
            CustomerRef = "user_42",
            Reference = "order-7",
        });
        renewed.ChargeId.Should().StartWith("in_");
    }

    [Test]
    public async Task A_trial_is_charged_nothing()
    {
        var trial = await SubscriptionAsync(new() { SubscriptionId = "sub_1", IsTrial = true, PeriodStart = Start });

        trial.Should().BeEquivalentTo(new { Type = SubscriptionEventType.Updated, Status = SubscriptionStatus.Active, Amount = (decimal?)0m, CurrentPeriodEnd = (DateTimeOffset?)End });
    }

    [TestCase("incomplete")]
    [TestCase("past_due")]
    public async Task A_charge_fails_first_or_later(string status)
    {
        var failed = await SubscriptionAsync(new() { SubscriptionId = "sub_1", Type = SubscriptionEventType.PaymentFailed, Status = new(status), PeriodStart = Start });

        failed.Should().BeEquivalentTo(new { Type = SubscriptionEventType.PaymentFailed, Status = new SubscriptionStatus(status), CurrentPeriodEnd = (DateTimeOffset?)Start });
    }

    [Test]
    public async Task A_subscription_begins_is_canceled_for_later_and_ends()
    {
        var subscription = new TestSubscription { SubscriptionId = "sub_1", Type = SubscriptionEventType.Created, PeriodStart = Start };

        var created = await SubscriptionAsync(subscription);
        var leaving = await SubscriptionAsync(subscription with { Type = SubscriptionEventType.Updated, CancelsAtPeriodEnd = true });
        var ended = await SubscriptionAsync(subscription with { Type = SubscriptionEventType.Canceled });

        created.Should().BeEquivalentTo(new { Type = SubscriptionEventType.Created, Status = SubscriptionStatus.Active, Amount = (decimal?)9m, CancelsAt = (DateTimeOffset?)null });
        leaving.Should().BeEquivalentTo(new { Type = SubscriptionEventType.Updated, Status = SubscriptionStatus.Active, CancelsAt = (DateTimeOffset?)End });
        ended.Should().BeEquivalentTo(new { Type = SubscriptionEventType.Canceled, Status = SubscriptionStatus.Canceled });
    }

    [Test]
    public async Task A_checkout_begins_a_subscription()
    {
        var body = Signer.CreateSubscriptionCheckoutBody(new() { SubscriptionId = "sub_1", Reference = "order-7", CustomerRef = "user_42" }, "cs_1");

        (await EventAsync(body)).Should().BeOfType<SubscriptionEvent>().Which.Should().BeEquivalentTo(
            new { Type = SubscriptionEventType.Updated, Status = SubscriptionStatus.Active, SubscriptionId = "sub_1", CheckoutId = "cs_1", Reference = "order-7", CustomerRef = "user_42" });
    }

    [Test]
    public void What_Stripe_cannot_tell_throws()
    {
        Signer.Invoking(it => it.CreateBody(new() { PaymentId = "pi_1", Status = PaymentStatus.Partial })).Should().Throw<NotSupportedException>();
        Signer.Invoking(it => it.CreateBody(new() { PaymentId = "pi_1", Refund = new() { Status = RefundStatus.Pending } })).Should().Throw<NotSupportedException>();
        Signer.Invoking(it => it.CreateBody(new() { PaymentId = "pi_1", Dispute = new() { Outcome = new("new") } })).Should().Throw<NotSupportedException>();
        Signer.Invoking(it => it.CreateSubscriptionBody(new() { SubscriptionId = "sub_1", Type = new("new") })).Should().Throw<NotSupportedException>();
    }

    private static async Task<PaymentEvent> PaymentAsync(TestPayment payment) =>
        (await EventAsync(Signer.CreateBody(payment))).Should().BeOfType<PaymentEvent>().Subject;

    private static async Task<SubscriptionEvent> SubscriptionAsync(TestSubscription subscription) =>
        (await EventAsync(Signer.CreateSubscriptionBody(subscription))).Should().BeOfType<SubscriptionEvent>().Subject;

    private static async Task<WebhookEvent> EventAsync(byte[] body) =>
        (await new StripeWebhookVerifier(new StripeWebhookOptions { Secrets = { Secret } }).VerifyAsync(Signer.Sign(body).ToRequest())).EnsureVerified();
}
