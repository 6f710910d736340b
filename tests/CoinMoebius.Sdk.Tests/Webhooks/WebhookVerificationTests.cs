using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class WebhookVerificationTests
{
    [Test]
    public void The_default_value_is_not_verified()
    {
        var verification = default(WebhookVerification);

        verification.IsVerified.Should().BeFalse();
        verification.Verdict.Should().Be(WebhookVerdict.NotVerified);
        verification.Invoking(it => it.EnsureVerified()).Should().Throw<WebhookVerificationException>().Which.Verdict.Should().Be(WebhookVerdict.NotVerified);
    }

    [Test]
    public void A_pass_cannot_be_made_without_an_event()
    {
        FluentActions.Invoking(() => WebhookVerification.Rejected(WebhookVerdict.Verified)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WebhookVerification.Verified(null!)).Should().Throw<ArgumentNullException>();
    }

    [Test]
    public void Events_print_neither_ids_nor_amounts_nor_bodies()
    {
        var payment = new PaymentEvent
        {
            Provider = PaymentProvider.Stripe,
            EventId = "evt_1",
            EventType = "charge.refunded",
            Status = PaymentStatus.Refunded,
            PaymentId = "pi_1",
            Amount = 5m,
            CustomerRef = "user_42",
            RawBody = "secret"u8.ToArray(),
            Metadata = new Dictionary<string, string> { ["email"] = "a@b" },
        };

        payment.ToString().Should().Be("PaymentEvent stripe charge.refunded");
    }
}
