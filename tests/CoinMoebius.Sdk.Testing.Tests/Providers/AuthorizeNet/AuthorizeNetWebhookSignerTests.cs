using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.AuthorizeNet;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.AuthorizeNet;

/// <summary>What the signer is told comes back from the verifier.</summary>
public sealed class AuthorizeNetWebhookSignerTests
{
    private const string Key = "2679A5D5785C9B26CF921E1754765CDD";

    private static readonly AuthorizeNetWebhookSigner Signer = new(Key);

    [Test]
    public async Task A_refund_is_a_transaction_of_its_own()
    {
        var refunded = await PaymentAsync(new()
        {
            PaymentId = "60",
            Reference = "order-7",
            Refund = new() { Id = "61", Amount = 5m, Status = RefundStatus.Succeeded },
        });

        refunded.Should().BeEquivalentTo(new { Status = PaymentStatus.Refunded, PaymentId = "61", Amount = 5m, Reference = "order-7" });
        refunded.Refund.Should().Be(new PaymentRefund { Id = "61", Amount = 5m, Status = RefundStatus.Succeeded });
    }

    [Test]
    public async Task A_void_reverses_its_transaction() =>
        (await PaymentAsync(new() { PaymentId = "60", Status = PaymentStatus.Reversed }))
            .Should().BeEquivalentTo(new { Status = PaymentStatus.Reversed, PaymentId = "60", Refund = (PaymentRefund?)null });

    [Test]
    public async Task Every_webhook_of_a_subscription_comes_back_as_what_it_is()
    {
        foreach (var type in Signer.SubscriptionTypes)
        {
            var told = await SubscriptionAsync(new() { SubscriptionId = "979", Type = type, Reference = "order-7" });

            told.Should().BeEquivalentTo(new { Type = type, SubscriptionId = "979", Reference = "order-7", Amount = (decimal?)9m });
            (told.ChargeId is not null).Should().Be(type == SubscriptionEventType.Renewed || type == SubscriptionEventType.PaymentFailed);
        }

        (await SubscriptionAsync(new() { SubscriptionId = "979", Type = SubscriptionEventType.Updated, Status = SubscriptionStatus.Paused }))
            .Status.Should().Be(SubscriptionStatus.Paused);
    }

    [Test]
    public void What_Authorize_Net_cannot_tell_throws()
    {
        foreach (var payment in new TestPayment[]
        {
            new() { PaymentId = "60", Status = PaymentStatus.PartiallyRefunded },
            new() { PaymentId = "60", Status = PaymentStatus.Disputed },
            new() { PaymentId = "60", Dispute = new() { Outcome = DisputeOutcome.Won } },
            new() { PaymentId = "60", Refund = new() { Status = RefundStatus.Failed } },
        })
        {
            Signer.Invoking(it => it.CreateBody(payment)).Should().Throw<NotSupportedException>();
        }
    }

    private static async Task<PaymentEvent> PaymentAsync(TestPayment payment) =>
        (await EventAsync(Signer.CreateBody(payment))).Should().BeOfType<PaymentEvent>().Subject;

    private static async Task<SubscriptionEvent> SubscriptionAsync(TestSubscription subscription) =>
        (await EventAsync(Signer.CreateSubscriptionBody(subscription))).Should().BeOfType<SubscriptionEvent>().Subject;

    private static async Task<WebhookEvent> EventAsync(byte[] body) =>
        (await new AuthorizeNetWebhookVerifier(new AuthorizeNetWebhookOptions { Secrets = { Key } }).VerifyAsync(Signer.Sign(body).ToRequest())).EnsureVerified();
}
