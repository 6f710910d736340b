using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexNotificationTests
{
    private const string Checkout =
        """
        {"type":"checkout","sent":"now","data":{"result":true,"view":{"type":"card","options":{"barcode":false}},
        "payment":{"id":"PAY1","description":"Order 42","operation":{"type":"payment.v2"},"status":{"code":"200","text":"Aprobado","message":"ok"},"total":110.58,
        "currency":{"code":"ARS","text":"Peso Argentino","symbol":"$"},"riskAnalysis":{"band":"N/A","level":"N/A"},"created":"2026-01-05T12:00:00.000Z",
        "updated":"2026-01-05T12:00:02.100Z","reference":"order-42","novelty":1},
        "entity":{"name":"Shop","uid":"shopuid"},"customer":{"uid":"7","name":"Ana","metadata":{"k":"v"}},"user":{"name":"Ana","email":"ana@example.com"},
        "source":{"name":"Visa","type":"card","reference":"visa"},"checkout":{"uid":"CHK:1","currency":"ARS","total":100.53,"reference":"order-42"},
        "childs":[{"payment":{"id":"CHD-1","status":{"code":"200"}}}],"surprise":{"a":1}}}
        """;

    [Test]
    public void A_checkout_has_its_operation()
    {
        var notification = Parse(Checkout).Should().BeOfType<MobbexCheckoutNotification>().Subject;

        notification.Type.Should().Be("checkout");
        notification.AdditionalFields!["sent"].GetString().Should().Be("now");
        var data = notification.Data;
        data.Result.Should().BeTrue();
        data.StatusCode.Should().Be(MobbexStatusCode.Paid);
        data.Payment!.Id.Should().Be("PAY1");
        data.Payment.Total.Should().Be(110.58m);
        data.Payment.AdditionalFields!["novelty"].GetInt32().Should().Be(1);
        data.Entity!.Uid.Should().Be("shopuid");
        data.Customer!.Metadata!["k"]!.GetValue<string>().Should().Be("v");
        data.Checkout!.Total.Should().Be(100.53m);
        data.Children.Should().ContainSingle().Which.Payment!.Id.Should().Be("CHD-1");
        data.AdditionalFields!["surprise"].GetProperty("a").GetInt32().Should().Be(1);
        notification.ToString().Should().Be(nameof(MobbexCheckoutNotification), "it holds personal data");
    }

    [Test]
    public void An_expired_checkout_has_its_last_attempt_or_none()
    {
        var with = Parse(
            """{"type":"checkout:expired","data":{"checkout":{"uid":"CHK:1","reference":"order-42","items":[{"description":"Cap","quantity":1,"total":5}]},"data":{"payment":{"id":"P","status":{"code":"400"}}},"status":{"code":401}}}""")
            .Should().BeOfType<MobbexCheckoutExpiredNotification>().Subject;
        var without = Parse("""{"type":"checkout:expired","data":{"checkout":{"uid":"CHK:1"},"data":null}}""").Should().BeOfType<MobbexCheckoutExpiredNotification>().Subject;

        with.Checkout.Items.Should().ContainSingle().Which.Total.Should().Be(5);
        with.LastAttempt!.StatusCode.Should().Be(MobbexStatusCode.Declined);
        with.StatusCode.Should().Be(MobbexStatusCode.Expired);
        without.LastAttempt.Should().BeNull();
        without.StatusCode.Should().BeNull();
    }

    [Test]
    public void A_subscription_has_plan_subscriber_and_charge()
    {
        var notification = Parse(
            """
            {"type":"subscription:execution","data":{"context":{"status":"success"},"subscription":{"uid":"SUB1"},"subscriber":{"uid":"SCR1","reference":"user_42"},
            "execution":{"uid":"EXE1","reference":"exe-1","total":"99.90"},"payment":{"id":"P","status":{"code":"200"}}}}
            """).Should().BeOfType<MobbexSubscriptionNotification>().Subject;

        notification.ContextStatus.Should().Be("success");
        notification.Subscription!.Uid.Should().Be("SUB1");
        notification.Subscriber!.Reference.Should().Be("user_42");
        notification.ExecutionUid.Should().Be("EXE1");
        notification.ExecutionReference.Should().Be("exe-1");
        notification.ExecutionTotal.Should().Be(99.90m);
        notification.Data.StatusCode.Should().Be(MobbexStatusCode.Paid);
    }

    [Test]
    public void Another_type_keeps_its_data()
    {
        Parse("""{"type":"news","data":{"a":[1]}}""").Should().BeOfType<MobbexOtherNotification>().Which.Data!.Value.GetProperty("a")[0].GetInt32().Should().Be(1);
        Parse("{}").Should().BeOfType<MobbexOtherNotification>().Which.Data.Should().BeNull();
    }

    [TestCase("""{"type":"checkout","data":null}""")]
    [TestCase("""{"type":"checkout","data":[]}""")]
    [TestCase("""{"type":"checkout","data":{"payment":"x","entity":5,"checkout":true,"result":"maybe","childs":{}}}""")]
    [TestCase("""{"type":"checkout:expired","data":7}""")]
    [TestCase("""{"type":"subscription:registration"}""")]
    [TestCase("""{"type":["checkout"]}""")]
    public void Odd_shapes_never_read_as_paid(string body)
    {
        var notification = Parse(body);

        (notification is MobbexCheckoutNotification { Data.StatusCode.IsPaid: true }).Should().BeFalse();
    }

    [Test]
    public void A_form_is_read_as_well()
    {
        var body = new MobbexWebhookSigner("merchant-webhook-secret") { AsForm = true }.CreateBody(new() { PaymentId = "PAY1", Reference = "order-42", Amount = 5.5m });

        var notification = MobbexNotification.Parse(body).Should().BeOfType<MobbexCheckoutNotification>().Subject;

        notification.Data.StatusCode.Should().Be(MobbexStatusCode.Paid);
        notification.Data.Payment!.Total.Should().Be(5.5m);
        notification.Data.Result.Should().BeTrue();
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("a=%zz")]
    public void What_is_no_notification_is_refused(string body) =>
        FluentActions.Invoking(() => Parse(body)).Should().Throw<ArgumentException>();

    [Test]
    public void It_is_read_from_an_event_of_Mobbex_only()
    {
        var paid = new UnmappedEvent { Provider = PaymentProvider.Mobbex, EventId = "e", EventType = "checkout", RawBody = Encoding.UTF8.GetBytes(Checkout) };

        MobbexNotification.Read(paid).Should().BeOfType<MobbexCheckoutNotification>();
        FluentActions.Invoking(() => MobbexNotification.Read(paid with { Provider = PaymentProvider.Stripe })).Should().Throw<ArgumentException>();
    }

    private static MobbexNotification Parse(string body) => MobbexNotification.Parse(Encoding.UTF8.GetBytes(body));
}
