using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

public sealed class InqudNotificationTests
{
    private const string Secret = "test_webhook_secret";

    [Test]
    public async Task The_object_of_a_verified_event_is_read()
    {
        var signer = new InqudWebhookSigner(Secret);
        var verifier = new InqudWebhookVerifier(new InqudWebhookOptions { Secrets = { Secret } });
        var delivery = signer.Sign(new TestPayment
        {
            PaymentId = signer.CreatePaymentId(1),
            Status = PaymentStatus.Partial,
            Amount = 100m,
            MovedAmount = 40m,
            Reference = "order-42",
        });
        var payment = (await verifier.VerifyAsync(delivery.ToRequest())).EnsureVerified();

        var checkout = InqudNotification.Read(payment).Should().BeOfType<InqudCheckoutNotification>().Which.Checkout;

        checkout.Status.Should().Be(InqudCheckoutStatus.Conflict);
        checkout.Reason.Should().Be(InqudReasons.Underpaid);
        checkout.ClientOrderId.Should().Be("order-42");
        (checkout.Request!.PaidAmount, checkout.Request.Currency).Should().Be((40m, "USDT"));
    }

    [TestCase("{\"id\":\"CCO-1\",\"status\":\"NEW\"}", typeof(InqudCheckoutNotification))]
    [TestCase("{\"id\":\"CAPD-1\",\"status\":\"SUCCESS\",\"paymentId\":\"PMT-1\"}", typeof(InqudRequestNotification))]
    [TestCase("{\"id\":\"PMT-1\",\"status\":\"SUCCESS\"}", typeof(InqudPaymentNotification))]
    [TestCase("{\"paymentId\":\"PMT-1\",\"status\":\"SUCCESS\"}", typeof(InqudPaymentNotification))]
    [TestCase("{\"id\":\"ORCO-1\",\"status\":\"PENDING\"}", typeof(InqudUnknownNotification))]
    [TestCase("{\"id\":7}", typeof(InqudUnknownNotification))]
    [TestCase("{}", typeof(InqudUnknownNotification))]
    [TestCase("[]", typeof(InqudUnknownNotification))]
    [TestCase("null", typeof(InqudUnknownNotification))]
    [TestCase("\uFEFF{\"id\":\"CCO-1\"}", typeof(InqudCheckoutNotification))]
    public void The_id_says_what_it_is(string body, Type expected)
    {
        var notification = InqudNotification.Parse(Encoding.UTF8.GetBytes(body));

        notification.Should().BeOfType(expected);
        notification.ToString().Should().Be(expected.Name);
    }

    [Test]
    public void What_is_unknown_is_kept_whole() =>
        ((InqudUnknownNotification)InqudNotification.Parse("""{"id":"PLAN-1","x":[1]}"""u8.ToArray())).Body.GetRawText().Should().Be("""{"id":"PLAN-1","x":[1]}""");

    [Test]
    public void Something_else_is_refused()
    {
        FluentActions.Invoking(() => InqudNotification.Parse("{"u8.ToArray())).Should().Throw<ArgumentException>().WithMessage("*not JSON*");
        FluentActions.Invoking(() => InqudNotification.Read(null!)).Should().Throw<ArgumentNullException>();
        var other = new UnmappedEvent { Provider = PaymentProvider.Stripe, EventId = "evt_1", EventType = "x", RawBody = "{}"u8.ToArray() };
        FluentActions.Invoking(() => InqudNotification.Read(other)).Should().Throw<ArgumentException>().WithMessage("*stripe*");
    }
}
