using System.Globalization;
using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Monero;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Monero;

public sealed class MoneroEventMapperTests
{
    private const string Secret = "monero-indexer-secret";

    [TestCase("success", "succeeded", "32", "3")]
    [TestCase("pending", "pending", "32", "3")]
    [TestCase("Success", "pending", "32", "3")]
    [TestCase("succeeded", "pending", "32", "3")]
    [TestCase("confirmed", "pending", "32", "3")]
    [TestCase("some_future_word", "pending", "32", "3")]
    public async Task Only_the_exact_word_success_is_success(string said, string status, string amount, string confirmations) =>
        (await MapAsync(Body(said))).ShouldShow($$$"""
            {"kind":"payment","provider":"monero","eventType":"{{{said}}}","status":"{{{status}}}","paymentId":"xmr_pro_1","amount":"{{{amount}}}","currency":"USD",
             "customerRef":null,"reference":null,"isTest":null,"occurredAt":"2026-05-14T01:04:21Z",
             "metadata":{"address":"77Vx","txHash":"c362","confirmations":"{{{confirmations}}}","requiredConfirmations":"10",
             "expectedAmountAtomic":"200000000000","receivedAmountAtomic":"200000000000"}}
            """);

    [Test]
    public async Task A_part_is_told_in_the_currency_of_the_invoice() =>
        (await MapAsync(Body("partial", received: "50000000000"))).ShouldShow("""
            {"status":"partial","amount":"8","currency":"USD",
             "metadata":{"address":"77Vx","txHash":"c362","confirmations":"3","requiredConfirmations":"10",
             "expectedAmountAtomic":"200000000000","receivedAmountAtomic":"50000000000","invoicedAmount":"32","invoicedCurrency":"USD"}}
            """);

    [Test]
    public async Task A_failed_payment_is_worth_nothing() =>
        (await MapAsync(Body("failed", received: "0", hash: "null", confirmations: "0"))).ShouldShow("""
            {"status":"failed","amount":"0","currency":"USD",
             "metadata":{"address":"77Vx","confirmations":"0","requiredConfirmations":"10","expectedAmountAtomic":"200000000000","receivedAmountAtomic":"0",
             "invoicedAmount":"32","invoicedCurrency":"USD"}}
            """);

    // python3: floor(invoice * received / expected * 10**12) with fractions.Fraction
    [TestCase("32", "1", "3", "10.666666666666")]
    [TestCase("19.99", "31250000000", "124937500000", "5")]
    [TestCase("0.1", "1", "18446744073709551615", "0")]
    [TestCase("1", "18446744073709551614", "18446744073709551615", "0.999999999999")]
    [TestCase("32", "0", "200000000000", "0")]
    [TestCase("0", "1", "2", "0")]
    [TestCase("32.50", "1", "1", "32.5")]
    [TestCase("1e3", "1", "4", "250")]
    [TestCase("1e-28", "1", "1", "0")]
    [TestCase("0.0000000000019", "1", "1", "0.000000000001")]
    [TestCase("1234567.12345678", "18446744073709551614", "18446744073709551615", "1234567.123456779999")]
    [TestCase("79228162514264337593543950335", "1", "2", "39614081257132168796771975167")]
    [TestCase("79228162514264337593543950335", "1", "79228162514264", "1000000000000004.261029578838")]
    [TestCase("7922816251426433759354395033.5", "1", "1", "7922816251426433759354395033.5")]
    [TestCase("792281625142643375935439503.35", "1", "3", "264093875047547791978479834.45")]
    public async Task A_part_is_exact_and_rounded_down(string invoice, string received, string expected, string amount) =>
        (await MapAsync(Body("partial", invoice, received, expected))).ShouldShow($$"""{"status":"partial","amount":"{{amount}}"}""");

    [TestCase("32", "200000000000", "0")]
    [TestCase("-1", "1", "2")]
    [TestCase("79228162514264337593543950335", "2", "1")]
    [TestCase("79228162514264337593543950335", "18446744073709551615", "1")]
    [TestCase("1e29", "1", "2")]
    [TestCase("\"many\"", "1", "2")]
    [TestCase("null", "1", "2")]
    public async Task A_part_that_cannot_be_told_is_left_out_rather_than_guessed(string invoice, string received, string expected) =>
        (await MapAsync(Body("partial", invoice, received, expected))).ShouldShow("""{"status":"partial","amount":null}""");

    [TestCase("")]
    [TestCase(",\"receivedAmountAtomic\":\"1\"")]
    [TestCase(",\"expectedAmountAtomic\":\"1\"")]
    [TestCase(",\"receivedAmountAtomic\":null,\"expectedAmountAtomic\":\"1\"")]
    public async Task Without_both_atomic_amounts_a_part_is_not_known(string amounts) =>
        (await MapAsync($$"""{"timestamp":1778720661000,"paymentId":"p1","status":"partial","invoiceAmount":32,"invoiceCurrency":"USD"{{amounts}}}"""))
            .ShouldShow("""{"status":"partial","amount":null,"currency":"USD"}""");

    [Test]
    public async Task A_part_never_comes_to_more_than_the_exact_share([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 10; i++)
        {
            var expected = (ulong)random.NextInt64(2, 1_000_000_000_000);
            var received = (ulong)random.NextInt64(0, (long)expected);
            var invoice = random.Next(1, 1_000_000) / 100m;

            var payment = (PaymentEvent)await MapAsync(Body(
                "partial", invoice.ToString(CultureInfo.InvariantCulture), received.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture)));

            // Both products stay within 29 digits, so these comparisons are exact.
            var amount = payment.Amount!.Value;
            amount.Should().BeLessThan(invoice);
            (amount * expected).Should().BeLessThanOrEqualTo(invoice * received);
            ((amount + 0.000000000001m) * expected).Should().BeGreaterThan(invoice * received);
        }
    }

    [Test]
    public async Task The_doubles_that_are_there_to_be_shown_do_not_count() =>
        (await MapAsync(Body("partial", received: "100000000000").Replace("\"status\"", "\"receivedAmountXmr\":99,\"expectedAmountXmr\":1,\"status\"", StringComparison.Ordinal)))
            .ShouldShow("""{"amount":"16"}""");

    [TestCase("\"invoiceAmount\":32", null, null)]
    [TestCase("\"invoiceCurrency\":\"USD\"", null, null)]
    [TestCase("\"invoiceAmount\":true,\"invoiceCurrency\":\"USD\"", null, null)]
    [TestCase("\"invoiceAmount\":1e400,\"invoiceCurrency\":\"USD\"", null, null)]
    [TestCase("\"invoiceAmount\":32,\"invoiceCurrency\":5", null, null)]
    [TestCase("\"invoiceAmount\":\"32.10\",\"invoiceCurrency\":\"usd\"", "32.10", "USD")]
    [TestCase("\"invoiceAmount\":0.1,\"invoiceCurrency\":\"XMR\"", "0.1", "XMR")]
    [TestCase("\"invoiceAmount\":7e-8,\"invoiceCurrency\":\"XMR\"", "0.00000007", "XMR")]
    public async Task An_invoice_is_a_number_with_its_currency_or_nothing(string invoice, string? amount, string? currency)
    {
        var payment = (PaymentEvent)await MapAsync($$"""{"timestamp":1778720661000,"paymentId":"p1","status":"success",{{invoice}}}""");

        payment.Status.Should().Be(PaymentStatus.Succeeded);
        payment.Amount?.ToString(CultureInfo.InvariantCulture).Should().Be(amount);
        payment.Currency.Should().Be(currency);
    }

    [TestCase("""{"timestamp":1778720661000,"status":"success"}""")]
    [TestCase("""{"timestamp":1778720661000,"paymentId":"p1"}""")]
    [TestCase("""{"timestamp":1778720661000,"paymentId":"","status":"success"}""")]
    [TestCase("""{"timestamp":1778720661000,"paymentId":"p1","status":["success"]}""")]
    [TestCase("""{"timestamp":1778720661000,"paymentId":"p1","status":"success","provider":"zano"}""")]
    [TestCase("""{"timestamp":1778720661000,"paymentId":"p1","status":"success","provider":7}""")]
    public async Task What_no_indexer_of_Monero_sends_is_unmapped(string body) => (await MapAsync(body)).Should().BeOfType<UnmappedEvent>();

    [Test]
    public async Task What_stays_unmapped_still_says_which_payment_and_where_it_stands() =>
        (await MapAsync("""{"timestamp":1778720661000,"provider":"zano","paymentId":"p1","status":"success"}"""))
            .ShouldShow("""{"kind":"unmapped","metadata":{"paymentId":"p1","status":"success"}}""");

    [TestCase("""{"orderId":"o-1","reference":"r"}""", "o-1")]
    [TestCase("""{"order_id":"o-2"}""", "o-2")]
    [TestCase("""{"reference":"r"}""", "r")]
    [TestCase("""{"orderId":7}""", null)]
    public async Task The_order_is_what_the_metadata_name(string metadata, string? expected) =>
        ((PaymentEvent)await MapAsync($$"""{"timestamp":1778720661000,"paymentId":"p1","status":"success","metadata":{{metadata}} }""")).Reference.Should().Be(expected);

    [Test]
    public async Task The_merchants_metadata_is_kept_where_an_indexer_passes_it_on() =>
        (await MapAsync("""{"timestamp":1778720661000,"paymentId":"p1","status":"success","metadata":{"customerRef":"user_42","address":"mine","k":1},"address":"77Vx"}"""))
            .ShouldShow("""{"customerRef":"user_42","metadata":{"customerRef":"user_42","address":"77Vx","k":"1"}}""");

    [Test]
    public async Task An_event_is_named_by_its_body()
    {
        var first = await MapAsync(Body("pending", confirmations: "3"));
        var again = await MapAsync(Body("pending", confirmations: "3"));
        var next = await MapAsync(Body("pending", confirmations: "4"));

        first.EventId.Should().StartWith("sha256:").And.HaveLength(39).And.Be(again.EventId).And.NotBe(next.EventId);
        first.DeliveryId.Should().BeNull();
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("1e400")]
    [TestCase("\"\\ud800\"")]
    public async Task Odd_values_never_pay_an_amount_and_never_throw(string odd)
    {
        foreach (var status in new[] { "success", "partial", "failed" })
        {
            var mapped = await MapAsync(
                $$"""{"timestamp":1778720661000,"paymentId":"p1","status":"{{status}}","txHash":{{odd}},"address":{{odd}},"invoiceCurrency":{{odd}},"invoiceAmount":{{odd}},"confirmations":{{odd}},"metadata":{{odd}}}""");

            (mapped is PaymentEvent { Amount: > 0 }).Should().BeFalse();
        }
    }

    [Test]
    public async Task The_signer_prices_both_money_and_coins()
    {
        var clock = new FixedClock();
        var signer = new MoneroWebhookSigner(Secret, clock);
        foreach (var (price, currency, moved) in new[] { (19.99m, "USD", 5m), (100m, "JPY", 33m), (0.000000000007m, "XMR", 0.000000000003m) })
        {
            var delivery = signer.Sign(new TestPayment { PaymentId = "p1", Status = PaymentStatus.Partial, Amount = price, MovedAmount = moved, Currency = currency });

            var verification = await new MoneroWebhookVerifier(new() { Secrets = { Secret } }, clock).VerifyAsync(delivery.ToRequest());

            verification.EnsureVerified().Should().BeOfType<PaymentEvent>().Which.Amount.Should().Be(moved, currency);
        }
    }

    private static string Body(
        string status, string invoice = "32", string received = "200000000000", string expected = "200000000000", string hash = "\"c362\"", string confirmations = "3") => $$"""
        {"provider":"monero","paymentId":"xmr_pro_1","status":"{{status}}","txHash":{{hash}},"address":"77Vx","invoiceCurrency":"USD","invoiceAmount":{{invoice}},
         "expectedAmountAtomic":"{{expected}}","receivedAmountAtomic":"{{received}}","confirmations":{{confirmations}},"requiredConfirmations":10,"blockHeight":153624,"timestamp":1778720661000}
        """;

    private static async Task<WebhookEvent> MapAsync(string body)
    {
        var clock = new FixedClock();
        var delivery = new MoneroWebhookSigner(Secret, clock).Sign(Encoding.UTF8.GetBytes(body));
        return (await new MoneroWebhookVerifier(new() { Secrets = { Secret } }, clock).VerifyAsync(delivery.ToRequest())).EnsureVerified();
    }
}
