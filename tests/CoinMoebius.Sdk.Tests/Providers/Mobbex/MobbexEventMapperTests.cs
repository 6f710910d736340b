using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexEventMapperTests
{
    private const string Secret = "merchant-webhook-secret-0123456789abcdef";

    [TestCase("200,4,300,301,302,303", "succeeded")]
    [TestCase("0,1,2,3,100,201,210,299", "pending")]
    [TestCase("400,401,402,403,404,410,411,412,413,414,415,416,417,418,419,500,604", "failed")]
    [TestCase("602,610", "refunded")]
    [TestCase("605", "partially_refunded")]
    [TestCase("601", "reversed")]
    public async Task A_code_has_its_meaning_as_text_and_as_number(string codes, string expected)
    {
        foreach (var code in codes.Split(','))
        {
            foreach (var wire in new[] { $"\"{code}\"", code })
            {
                (await Map(Checkout(wire))).Should().BeOfType<PaymentEvent>(code).Which.Status.Value.Should().Be(expected, code);
            }
        }
    }

    [TestCase("5")]
    [TestCase("99")]
    [TestCase("199")]
    [TestCase("202")]
    [TestCase("250")]
    [TestCase("304")]
    [TestCase("399")]
    [TestCase("420")]
    [TestCase("499")]
    [TestCase("501")]
    [TestCase("600")]
    [TestCase("603")]
    [TestCase("606")]
    [TestCase("800")]
    [TestCase("20000000000")]
    [TestCase("-200")]
    [TestCase("200.0")]
    [TestCase("\"\"")]
    [TestCase("\" 200\"")]
    [TestCase("\"paid\"")]
    [TestCase("null")]
    [TestCase("true")]
    [TestCase("{}")]
    [TestCase("[200]")]
    public async Task Any_other_code_is_unmapped_and_never_paid(string code)
    {
        (await Map(Checkout(code))).Should().BeOfType<UnmappedEvent>().Which.EventType.Should().Be("checkout");
    }

    [Test]
    public async Task A_payment_without_a_status_is_unmapped([Values("""{"id":"P","reference":"r"}""", """{"id":"P","reference":"r","status":null}""", """{"id":"P","reference":"r","status":[200]}""")] string payment)
    {
        (await Map(With("""{"type":"checkout","data":{"payment":@}}""", payment))).Should().BeOfType<UnmappedEvent>();
    }

    [Test]
    public async Task A_code_may_come_without_its_words([Values("\"200\"", "200")] string status)
    {
        (await Map(With("""{"type":"checkout","data":{"payment":{"id":"P","reference":"r","status":@}}}""", status)))
            .Should().BeOfType<PaymentEvent>().Which.Status.Should().Be(PaymentStatus.Succeeded);
    }

    [TestCase("\"CHD-1\"")]
    [TestCase("\"GRP-1\"")]
    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("{}")]
    public async Task Parts_of_a_payment_and_payments_without_an_id_are_unmapped(string id)
    {
        (await Map(With("""{"type":"checkout","data":{"payment":{"id":@,"reference":"r","status":{"code":"200"}}}}""", id))).Should().BeOfType<UnmappedEvent>();
    }

    [Test]
    public async Task What_was_asked_for_and_the_customer_come_along()
    {
        (await Map(
            """
            {"type":"checkout","data":{"payment":{"id":"P","reference":"order-42","total":"110.580","currency":"ars","status":{"code":"200"},
            "created":"2026-01-05T12:00:00.000Z"},"customer":{"uid":7,"metadata":{"customerRef":"user_42","tier":"gold"}},
            "checkout":{"uid":"CHK:1","total":100.53,"reference":"other"}}}
            """)).ShouldShow(
            """
            {"amount":"110.580","currency":"ARS","customerRef":"user_42","reference":"order-42","isTest":false,"occurredAt":"2026-01-05T12:00:00Z",
            "metadata":{"customerRef":"user_42","tier":"gold","checkoutTotal":"100.53","checkoutUid":"CHK:1"},"checkoutId":"CHK:1"}
            """);
    }

    [TestCase("602", true)]
    [TestCase("605", false)]
    [TestCase("610", null)]
    public async Task A_refund_has_its_amount_and_says_whether_it_was_all(string code, bool? isFull)
    {
        var payment = (PaymentEvent)await Map(With(
            """{"type":"checkout","data":{"payment":{"id":"P","reference":"r","total":10.50,"currency":"ARS","status":{"code":"@"}},"checkout":{"uid":"CHK:1","total":100}}}""",
            code));

        payment.Amount.Should().Be(10.50m);
        payment.Refund.Should().Be(new PaymentRefund { Amount = 10.50m, IsFull = isFull, Status = RefundStatus.Succeeded });
    }

    [TestCase("100")]
    [TestCase("110.58")]
    public async Task A_part_that_is_as_large_as_the_price_is_an_amount_of_something_else(string total)
    {
        var payment = (PaymentEvent)await Map(With(
            """{"type":"checkout","data":{"payment":{"id":"P","reference":"r","total":@,"currency":"ARS","status":{"code":"605"}},"checkout":{"total":100}}}""",
            total));

        (payment.Status, payment.Amount).Should().Be((PaymentStatus.PartiallyRefunded, null));
        payment.Refund.Should().Be(new PaymentRefund { IsFull = false, Status = RefundStatus.Succeeded });
    }

    [Test]
    public async Task A_payment_that_is_voided_is_no_refund()
    {
        var payment = (PaymentEvent)await Map(Checkout("601"));

        (payment.Status, payment.Amount, payment.Refund).Should().Be((PaymentStatus.Reversed, 110.58m, null));
    }

    [TestCase("""[{"subscription":"SUB1","subscriber":"SCR1"}]""", "SCR1")]
    [TestCase("""[{"subscription":{"uid":"SUB1"},"subscriber":{"uid":"SCR1"}}]""", "SCR1")]
    [TestCase("""[{"subscriber":"SCR1"},{"subscriber":"SCR2"}]""", null)]
    [TestCase("[]", null)]
    public async Task A_payment_of_a_checkout_belongs_to_the_only_subscription_that_was_bought(string bought, string? expected) =>
        ((PaymentEvent)await Map(With(
            """{"type":"checkout","data":{"payment":{"id":"P","reference":"r","status":{"code":"200"}},"subscriptions":@}}""", bought)))
            .SubscriptionId.Should().Be(expected);

    [TestCase("""{"type":"checkout","data":{"payment":{"id":"P","reference":"r","status":{"code":"600"}},"checkout":{"uid":"CHK:1"}}}""", """{"paymentId":"P","checkoutId":"CHK:1","status":"600"}""")]
    [TestCase("""{"type":"checkout","data":{"payment":{"id":"CHD-1","reference":"r","status":{"code":"200"}}}}""", """{"paymentId":"CHD-1","status":"200"}""")]
    [TestCase("""{"type":"subscription:execution","data":{"subscriber":{"uid":"SCR1","reference":"r"},"execution":{"uid":"EXE1"},"payment":{"id":"P","status":{"code":"602"}}}}""", """{"paymentId":"P","subscriptionId":"SCR1","chargeId":"EXE1","status":"602"}""")]
    public async Task What_stays_unmapped_still_says_what_it_is_about(string body, string metadata) =>
        (await Map(body)).ShouldShow($$"""{"kind":"unmapped","metadata":{{metadata}} }""");

    [TestCase("""{"id":"P","status":{"code":"200"}}""", "checkout-ref")]
    [TestCase("""{"id":"P","reference":"","status":{"code":"200"}}""", "checkout-ref")]
    [TestCase("""{"id":"P","reference":null,"status":{"code":"200"}}""", "checkout-ref")]
    [TestCase("""{"id":"P","reference":"own","status":{"code":"200"}}""", "own")]
    public async Task The_reference_of_the_payment_goes_before_that_of_the_checkout(string payment, string expected)
    {
        (await Map(With("""{"type":"checkout","data":{"payment":@,"checkout":{"reference":"checkout-ref"}}}""", payment)))
            .Should().BeOfType<PaymentEvent>().Which.Reference.Should().Be(expected);
    }

    [Test]
    public async Task An_expired_checkout_failed_whatever_its_last_attempt_said()
    {
        (await Map(
            """
            {"type":"checkout:expired","data":{"checkout":{"uid":"CHK:1","reference":"order-42","items":[]},"status":{"code":401},
            "data":{"payment":{"id":"P","reference":"order-42","status":{"code":"200"},"total":5,"currency":{"code":"TEST"},"updated":"2026-01-05T12:00:02.100Z"},
            "customer":{"uid":"7"}}}}
            """)).ShouldShow(
            """{"kind":"payment","eventType":"checkout:expired","status":"failed","paymentId":"CHK:1","amount":null,"currency":"TEST","customerRef":"7","reference":"order-42","isTest":true,"occurredAt":null,"metadata":{}}""");
    }

    [TestCase("subscription:registration", "created", "active")]
    [TestCase("subscription:execution", "renewed", "active")]
    [TestCase("subscription:execution:error", "payment_failed", "past_due")]
    [TestCase("subscription:subscriber:suspended", "updated", "paused")]
    [TestCase("subscription:subscriber:active", "updated", "active")]
    [TestCase("subscription:change_source", "updated", "unknown")]
    public async Task A_subscription_notification_has_its_meaning(string type, string expectedType, string expectedStatus)
    {
        (await Map(Subscription(type, "200"))).ShouldShow(
            $$"""
            {"kind":"subscription","eventType":"{{type}}","type":"{{expectedType}}","status":"{{expectedStatus}}","subscriptionId":"SCR1","productId":"SUB1",
            "customerRef":"user_42","reference":"user_42","currency":"ARS","isTest":false,
            "metadata":{"subscriberReference":"user_42","executionUid":"EXE1","paymentId":"P"} }
            """);
    }

    [TestCase("subscription:execution", "P", "99.90")]
    [TestCase("subscription:execution:error", "P", "99.90")]
    [TestCase("subscription:registration", null, "80")]
    [TestCase("subscription:subscriber:active", null, "80")]
    public async Task A_charge_has_its_own_amount_and_anything_else_the_price_of_a_cycle(string type, string? chargeId, string amount)
    {
        var body = Subscription(type, "200").Replace("\"uid\":\"SUB1\"", "\"uid\":\"SUB1\",\"type\":\"dynamic\",\"total\":80", StringComparison.Ordinal);

        var mapped = (SubscriptionEvent)await Map(body);

        mapped.ChargeId.Should().Be(chargeId);
        mapped.Amount.Should().Be(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        mapped.IsFirstPeriod.Should().BeNull("Mobbex does not say");
        ((SubscriptionEvent)await Map(body.Replace("dynamic", "manual", StringComparison.Ordinal))).Amount.Should().Be(chargeId is null ? null : 99.90m);
    }

    [TestCase("200", "active")]
    [TestCase("2", "incomplete")]
    [TestCase("400", "incomplete")]
    public async Task Who_signed_up_without_having_paid_is_incomplete(string code, string expected) =>
        ((SubscriptionEvent)await Map(Subscription("subscription:registration", code))).Status.Value.Should().Be(expected);

    [TestCase("created", "active", "active")]
    [TestCase("renewed", "active", "active")]
    [TestCase("payment_failed", "past_due", "past_due")]
    [TestCase("updated", "active", "active")]
    [TestCase("updated", "paused", "paused")]
    public async Task The_signer_makes_what_Mobbex_tells_of_a_subscription(string type, string status, string expected)
    {
        foreach (var asForm in new[] { false, true })
        {
            var signer = new MobbexWebhookSigner(Secret) { AsForm = asForm };
            var verifier = new MobbexWebhookVerifier(new MobbexWebhookOptions { Secrets = { Secret }, Confirmation = MobbexConfirmation.TokenOnly });
            var told = new TestSubscription { SubscriptionId = "SCR1", Type = new(type), Status = new(status), ChargeId = "P1", CustomerRef = "user_42", Reference = "order-7" };

            var mapped = (await verifier.VerifyAsync(signer.SignSubscription(told).ToRequest())).EnsureVerified().Should().BeOfType<SubscriptionEvent>().Subject;

            (mapped.Type.Value, mapped.Status.Value, mapped.SubscriptionId, mapped.CustomerRef, mapped.Reference, mapped.Amount)
                .Should().Be((type, expected, "SCR1", "user_42", "order-7", 9m));
            mapped.ChargeId.Should().Be(type is "renewed" or "payment_failed" ? "P1" : null);
            FluentActions.Invoking(() => signer.CreateSubscriptionBody(told with { Type = SubscriptionEventType.Canceled })).Should().Throw<NotSupportedException>();
        }
    }

    [TestCase("200", "renewed")]
    [TestCase("300", "renewed")]
    [TestCase("400", "payment_failed")]
    [TestCase("410", "payment_failed")]
    public async Task An_execution_renews_only_when_it_is_paid(string code, string expected)
    {
        (await Map(Subscription("subscription:execution", code))).Should().BeOfType<SubscriptionEvent>().Which.Type.Value.Should().Be(expected);
    }

    [TestCase("1")]
    [TestCase("3")]
    [TestCase("210")]
    [TestCase("602")]
    [TestCase("999")]
    [TestCase("")]
    public async Task An_execution_in_between_is_unmapped(string code)
    {
        (await Map(Subscription("subscription:execution", code))).Should().BeOfType<UnmappedEvent>();
    }

    [TestCase("""{"status":"success"}""", "active")]
    [TestCase("null", "unknown")]
    public async Task A_registration_is_active_only_when_it_says_success(string context, string expected)
    {
        (await Map(Registration(context))).Should().BeOfType<SubscriptionEvent>().Which.Status.Value.Should().Be(expected);
    }

    [TestCase("""{"status":"failure"}""")]
    [TestCase("""{"status":""}""")]
    [TestCase("""{"status":true}""")]
    public async Task A_registration_that_went_wrong_is_unmapped(string context)
    {
        (await Map(Registration(context))).Should().BeOfType<UnmappedEvent>();
    }

    [Test]
    public async Task A_subscription_that_was_bought_in_a_checkout_stands_in_a_list()
    {
        (await Map(
            """
            {"type":"subscription:registration","data":{"context":{"status":"success"},"checkout":{"reference":"order-42"},
            "subscriptions":[{"uid":"SUB1","subscriber":{"uid":"SCR1","reference":"user_42"}}]}}
            """)).ShouldShow("""{"type":"created","status":"active","subscriptionId":"SCR1","productId":"SUB1","customerRef":"user_42"}""");
    }

    [TestCase("payment_order")]
    [TestCase("subscription:something_new")]
    [TestCase("Checkout")]
    [TestCase("checkout ")]
    public async Task Other_types_are_unmapped(string type)
    {
        (await Map(Checkout("200").Replace("\"checkout\"", $"\"{type}\"", StringComparison.Ordinal))).Should().BeOfType<UnmappedEvent>()
            .Which.EventType.Should().Be(type);
    }

    [TestCase("\"abc\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("null")]
    [TestCase("1e400")]
    [TestCase("1e40")]
    public async Task Odd_values_never_throw_and_hide_no_status(string odd)
    {
        var payment = (await Map(
            With("""{"type":"checkout","data":{"payment":{"id":"P","reference":"r","status":{"code":"200"},"total":@,"currency":@,"updated":@},"customer":@,"checkout":@,"entity":@}}""", odd)))
            .Should().BeOfType<PaymentEvent>().Subject;

        payment.Status.Should().Be(PaymentStatus.Succeeded);
        payment.Amount.Should().BeNull();
    }

    private static string Checkout(string code) =>
        With("""{"type":"checkout","data":{"payment":{"id":"P","reference":"order-42","total":110.58,"currency":{"code":"ARS"},"status":{"code":@}}}}""", code);

    private static string Subscription(string type, string code) =>
        With(
            """
            {"type":"TYPE","data":{"context":{"status":"success"},"subscription":{"uid":"SUB1"},"subscriber":{"uid":"SCR1","reference":"user_42"},
            "execution":{"uid":"EXE1","reference":"exe-1"},
            "payment":{"id":"P","total":99.90,"currency":{"code":"ARS"},"status":{"code":"@"}}}}
            """.Replace("TYPE", type, StringComparison.Ordinal),
            code);

    private static string Registration(string context) =>
        With("""{"type":"subscription:registration","data":{"context":@,"subscription":{"uid":"SUB1"},"subscriber":{"uid":"SCR1"}}}""", context);

    private static string With(string json, string value) => json.Replace("@", value, StringComparison.Ordinal);

    private static Task<WebhookEvent> Map(string body) => MappedEvent.OfAsync(
        new MobbexWebhookSigner(Secret),
        new MobbexWebhookVerifier(new MobbexWebhookOptions { Secrets = { Secret }, Confirmation = MobbexConfirmation.TokenOnly }),
        body);
}
