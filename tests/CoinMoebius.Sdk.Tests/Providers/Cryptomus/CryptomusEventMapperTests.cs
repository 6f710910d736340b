using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Cryptomus;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Cryptomus;

public sealed class CryptomusEventMapperTests
{
    private const string Secret = "payment-api-key-for-tests";

    [TestCase("paid", "succeeded")]
    [TestCase("paid_over", "succeeded")]
    [TestCase("wrong_amount", "partial")]
    [TestCase("wrong_amount_waiting", "partial")]
    [TestCase("fail", "failed")]
    [TestCase("system_fail", "failed")]
    [TestCase("cancel", "failed")]
    [TestCase("refund_paid", "refunded")]
    [TestCase("check", "pending")]
    [TestCase("process", "pending")]
    [TestCase("confirm_check", "pending")]
    [TestCase("locked", "pending")]
    [TestCase("Paid", "pending")]
    [TestCase("paid ", "pending")]
    [TestCase("confirmed", "pending")]
    [TestCase("something_new", "pending")]
    public async Task A_status_has_its_meaning_and_a_new_one_is_never_success(string status, string expected)
    {
        foreach (var type in new[] { "\"payment\"", "\"wallet\"", "null" })
        {
            var payment = await Payment($$"""{"type":{{type}},"uuid":"u","order_id":"7","is_final":true,"status":"{{status}}","amount":"3.00","currency":"TRX"}""");

            payment.Status.Value.Should().Be(expected);
            payment.EventType.Should().Be(status);
        }
    }

    [Test]
    public async Task A_paid_invoice_has_the_price_and_what_came()
    {
        (await Map(Body("paid"))).ShouldShow(
            """
            {"kind":"payment","provider":"cryptomus","eventType":"paid","status":"succeeded","paymentId":"62f88b36-a9d5-4fa6-aa26-e040c3dbf26d",
            "amount":"15.00","currency":"USD","customerRef":null,"reference":"order-7","isTest":null,"occurredAt":null,
            "metadata":{"paymentAmount":"15.25000000","payerCurrency":"USDT","network":"tron","txid":"6f0d","additionalData":"note","overpaid":"false"}}
            """);
    }

    [Test]
    public async Task More_than_asked_is_success_and_says_so()
    {
        var payment = await Payment(Body("paid_over"));

        (payment.Amount, payment.Currency).Should().Be((15m, "USD"));
        payment.Metadata["overpaid"].Should().Be("true");
    }

    [TestCase("wrong_amount")]
    [TestCase("wrong_amount_waiting")]
    public async Task A_part_counts_in_the_payers_coin(string status)
    {
        var payment = await Payment(Body(status));

        (payment.Amount, payment.Currency).Should().Be((15.25m, "USDT"));
        payment.Metadata.Should().Contain("invoicedAmount", "15.00").And.Contain("invoicedCurrency", "USD").And.NotContainKey("overpaid");
        (payment.PricedAmount, payment.PricedCurrency).Should().Be((15m, "USD"));
    }

    [Test]
    public async Task A_price_in_the_coin_that_was_paid_is_not_told_twice()
    {
        var payment = await Payment(
            """{"type":"payment","uuid":"u","status":"wrong_amount","amount":"15.00","currency":"USDT","payment_amount":"5","payer_currency":"USDT"}""");

        (payment.Amount, payment.Currency, payment.PricedAmount, payment.PricedCurrency).Should().Be((5m, "USDT", null, null));
    }

    [Test]
    public async Task A_refund_gives_back_all_that_was_paid_in_the_coin_it_was_paid_in()
    {
        var payment = await Payment(Body("refund_paid"));

        (payment.Status, payment.Amount, payment.Currency).Should().Be((PaymentStatus.Refunded, 15.25m, "USDT"));
        payment.Refund.Should().Be(new PaymentRefund { Amount = 15.25m, IsFull = true, Status = RefundStatus.Succeeded });
        (payment.PricedAmount, payment.PricedCurrency).Should().Be((15m, "USD"));
    }

    [Test]
    public async Task A_refund_without_its_amount_never_borrows_the_price()
    {
        var payment = await Payment("""{"type":"payment","uuid":"u","status":"refund_paid","amount":"15.00","currency":"USD"}""");

        (payment.Amount, payment.Currency, payment.PricedAmount).Should().Be((null, null, null));
        payment.Refund!.IsFull.Should().BeTrue();
    }

    [Test]
    public async Task A_part_without_its_amount_never_borrows_the_price()
    {
        var payment = await Payment("""{"type":"payment","uuid":"u","status":"wrong_amount","amount":"15.00","currency":"USD"}""");

        (payment.Amount, payment.Currency).Should().Be((null, null));
    }

    [Test]
    public async Task A_static_wallet_says_that_it_is_one()
    {
        (await Payment(Body("paid", "wallet"))).Metadata.Should().Contain("type", "wallet");
    }

    [TestCase("payout", "payout.paid")]
    [TestCase("recurring", "recurring.paid")]
    public async Task What_is_no_payment_is_unmapped(string type, string eventType)
    {
        var unmapped = (await Map(Body("paid", type))).Should().BeOfType<UnmappedEvent>().Subject;

        unmapped.EventType.Should().Be(eventType);
        unmapped.EventId.Should().MatchRegex("^sha256:[0-9a-f]{32}$");
    }

    [TestCase("refund_process")]
    [TestCase("refund_fail")]
    public async Task A_refund_that_is_not_done_is_unmapped(string status)
    {
        var unmapped = (await Map(Body(status))).Should().BeOfType<UnmappedEvent>().Subject;

        unmapped.EventType.Should().Be(status);
        unmapped.Metadata.Should().Equal(new Dictionary<string, string> { ["paymentId"] = "62f88b36-a9d5-4fa6-aa26-e040c3dbf26d", ["status"] = status });
    }

    [TestCase("""{"type":"payment","uuid":"u"}""")]
    [TestCase("""{"type":"payment","uuid":"u","status":null}""")]
    [TestCase("""{"type":"payment","uuid":"u","status":""}""")]
    [TestCase("""{"type":"payment","uuid":"u","status":["paid"]}""")]
    [TestCase("""{"type":"payment","status":"paid"}""")]
    [TestCase("""{"type":"payment","uuid":null,"order_id":"7","status":"paid"}""")]
    [TestCase("""{"type":"payment","uuid":{},"status":"paid"}""")]
    [TestCase("""{"type":5,"uuid":"u","status":"paid"}""")]
    [TestCase("""{"type":["payment"],"uuid":"u","status":"paid"}""")]
    public async Task What_does_not_say_enough_is_unmapped(string body)
    {
        (await Map(body)).Should().BeOfType<UnmappedEvent>();
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("\"abc\"")]
    [TestCase("1e40")]
    [TestCase("null")]
    public async Task Odd_values_never_throw_and_are_no_amount(string odd)
    {
        foreach (var status in new[] { "paid", "wrong_amount", "cancel" })
        {
            var payment = await Payment(
                $$"""{"type":"payment","uuid":"u","status":"{{status}}","amount":{{odd}},"currency":{{odd}},"payment_amount":{{odd}},"payer_currency":{{odd}},"order_id":{{odd}},"network":{{odd}},"txid":{{odd}},"additional_data":{{odd}},"convert":{{odd}}}""");

            payment.Amount.Should().BeNull();
        }
    }

    [TestCase("1.10", "1.10")]
    [TestCase("\"0.00000001\"", "0.00000001")]
    [TestCase("\"1e-8\"", "0.00000001")]
    public async Task Amounts_are_texts_and_may_be_numbers(string wire, string expected)
    {
        var payment = await Payment($$"""{"type":"payment","uuid":"u","status":"paid","amount":{{wire}},"currency":"btc"}""");

        payment.Amount.Should().Be(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        payment.Currency.Should().Be("BTC");
    }

    private static string Body(string status, string type = "payment") =>
        $$"""
        {"type":"{{type}}","uuid":"62f88b36-a9d5-4fa6-aa26-e040c3dbf26d","order_id":"order-7","amount":"15.00","payment_amount":"15.25000000",
        "payment_amount_usd":"15.25","merchant_amount":"14.94","commission":"0.31","is_final":true,"status":"{{status}}","from":"THgE",
        "wallet_address_uuid":null,"network":"tron","currency":"USD","payer_currency":"USDT","additional_data":"note",
        "convert":{"to_currency":"USDT","commission":null,"rate":"1","amount":"15.25"},"txid":"6f0d"}
        """;

    private static async Task<PaymentEvent> Payment(string body) => (await Map(body)).Should().BeOfType<PaymentEvent>().Subject;

    private static Task<WebhookEvent> Map(string body) => MappedEvent.OfAsync(
        new CryptomusWebhookSigner(Secret), new CryptomusWebhookVerifier(new CryptomusWebhookOptions { Secrets = { Secret } }), body);
}
