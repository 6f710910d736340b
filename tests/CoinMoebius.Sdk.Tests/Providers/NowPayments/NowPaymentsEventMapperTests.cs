using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.NowPayments;

public sealed class NowPaymentsEventMapperTests
{
    private const string Secret = "ipn-secret-for-tests";

    [TestCase("finished", "succeeded")]
    [TestCase("partially_paid", "partial")]
    [TestCase("wrong_asset_confirmed", "partial")]
    [TestCase("refunded", "refunded")]
    [TestCase("failed", "failed")]
    [TestCase("expired", "failed")]
    [TestCase("cancelled", "failed")]
    [TestCase("waiting", "pending")]
    [TestCase("confirming", "pending")]
    [TestCase("confirmed", "pending")]
    [TestCase("sending", "pending")]
    [TestCase("Finished", "pending")]
    [TestCase("finished ", "pending")]
    [TestCase("something_new", "pending")]
    public async Task A_status_has_its_meaning_and_a_new_one_is_never_success(string status, string expected)
    {
        var payment = await Payment($$"""{"payment_id":1,"payment_status":"{{status}}","price_amount":1,"price_currency":"usd"}""");

        payment.Status.Value.Should().Be(expected);
        payment.EventType.Should().Be(status);
    }

    [Test]
    public async Task A_finished_payment_has_the_price()
    {
        var mapped = await Map(
            """
            {"payment_id":5170245329,"parent_payment_id":null,"payment_status":"finished","pay_address":"UQD8","price_amount":30.5,
            "price_currency":"usd","pay_amount":100,"actually_paid":100,"actually_paid_at_fiat":0,"pay_currency":"ton","order_id":"order-7",
            "purchase_id":"4919950580","outcome_amount":0.76615,"outcome_currency":"ton","fee":{"currency":"ton","depositFee":0.01},
            "updated_at":1749522415506}
            """);

        var json = Encoding.UTF8.GetString(WebhookEventJson.Serialize(mapped));
        json = json.Replace(mapped.EventId, "ID", StringComparison.Ordinal);
        json.Should().Be(
            """{"kind":"payment","provider":"nowpayments","eventId":"ID","eventType":"finished","status":"succeeded","paymentId":"5170245329","amount":"30.5","currency":"USD","customerRef":null,"reference":"order-7","isTest":null,"occurredAt":"2025-06-10T02:26:55.506Z","metadata":{}}""");
        mapped.EventId.Should().MatchRegex("^sha256:[0-9a-f]{32}$");
    }

    [TestCase("987654321")]
    [TestCase("\"987654321\"")]
    [TestCase("0")]
    [TestCase("{}")]
    [TestCase("false")]
    public async Task A_finished_second_deposit_is_only_partial(string parent)
    {
        var payment = await Payment(
            $$"""{"payment_id":2,"parent_payment_id":{{parent}},"payment_status":"finished","price_amount":30,"price_currency":"usd","actually_paid":15,"actually_paid_at_fiat":0,"pay_currency":"trx"}""");

        payment.Status.Should().Be(PaymentStatus.Partial);
        payment.Amount.Should().Be(15);
        payment.Currency.Should().Be("TRX");
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    public async Task No_parent_is_no_second_deposit(string parent)
    {
        (await Payment($$"""{"payment_id":2,"parent_payment_id":{{parent}},"payment_status":"finished"}""")).Status
            .Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public async Task A_partial_payment_never_pairs_coins_with_the_fiat_currency()
    {
        var payment = await Payment(
            """{"payment_id":3,"payment_status":"partially_paid","price_amount":30,"price_currency":"usd","actually_paid":1e-8,"actually_paid_at_fiat":0,"pay_currency":"btc"}""");

        payment.Amount.Should().Be(0.00000001m);
        payment.Currency.Should().Be("BTC");
        payment.Metadata.Should().Equal(new Dictionary<string, string>
        {
            ["invoicedAmount"] = "30",
            ["invoicedCurrency"] = "USD",
            ["actuallyPaid"] = "0.00000001",
            ["payCurrency"] = "BTC",
        });
        (payment.PricedAmount, payment.PricedCurrency).Should().Be((30m, "USD"), "the price is beside an amount in coins");
    }

    [Test]
    public async Task A_partial_payment_counts_in_the_price_currency_where_that_value_is_known()
    {
        var payment = await Payment(
            """{"payment_id":3,"payment_status":"partially_paid","price_amount":30,"price_currency":"eur","actually_paid":0.0001,"actually_paid_at_fiat":9.75,"pay_currency":"btc"}""");

        payment.Amount.Should().Be(9.75m);
        payment.Currency.Should().Be("EUR");
        (payment.PricedAmount, payment.PricedCurrency).Should().Be((null, null), "the amount is in the currency of the price");
    }

    [Test]
    public async Task A_refund_gives_back_what_had_come_and_never_says_that_it_was_all()
    {
        var whole = await Payment(
            """{"payment_id":3,"payment_status":"refunded","price_amount":30,"price_currency":"usd","pay_amount":100,"actually_paid":100,"pay_currency":"ton"}""");
        var part = await Payment(
            """{"payment_id":3,"payment_status":"refunded","price_amount":30,"price_currency":"usd","pay_amount":100,"actually_paid":40,"actually_paid_at_fiat":0,"pay_currency":"ton"}""");

        (whole.Status, whole.Amount, whole.Currency).Should().Be((PaymentStatus.Refunded, 30m, "USD"));
        whole.Refund.Should().Be(new PaymentRefund { Amount = 30m, Status = RefundStatus.Succeeded });
        (part.Status, part.Amount, part.Currency, part.PricedAmount, part.PricedCurrency).Should().Be((PaymentStatus.Refunded, 40m, "TON", 30m, "USD"));
        part.Refund.Should().Be(new PaymentRefund { Amount = 40m, Status = RefundStatus.Succeeded });
    }

    [TestCase("""{"payment_id":1,"payment_status":""}""", "1", null)]
    [TestCase("""{"payment_status":"finished"}""", null, "finished")]
    [TestCase("""{"id":"123","status":"CREATING","currency":"trx","amount":"12.17"}""", null, "CREATING")]
    public async Task What_stays_unmapped_still_says_which_payment_and_where_it_stands(string body, string? paymentId, string? status)
    {
        var metadata = (await Map(body)).Metadata;

        (metadata.GetValueOrDefault("paymentId"), metadata.GetValueOrDefault("status")).Should().Be((paymentId, status));
    }

    [TestCase("\"5077125051\"", "5077125051")]
    [TestCase("5077125051", "5077125051")]
    public async Task Ids_come_as_text_or_number(string wire, string expected)
    {
        var payment = await Payment($$"""{"payment_id":{{wire}},"payment_status":"waiting","order_id":{{wire}}}""");

        payment.PaymentId.Should().Be(expected);
        payment.Reference.Should().Be(expected);
    }

    [TestCase("\"2021-04-12T14:23:06.244Z\"", "2021-04-12T14:23:06.2440000+00:00")]
    [TestCase("1749522415506", "2025-06-10T02:26:55.5060000+00:00")]
    [TestCase("null", null)]
    [TestCase("\"soon\"", null)]
    [TestCase("-1", null)]
    [TestCase("1e300", null)]
    public async Task The_time_comes_as_text_or_milliseconds(string wire, string? expected)
    {
        var payment = await Payment($$"""{"payment_id":1,"payment_status":"waiting","updated_at":{{wire}}}""");

        payment.OccurredAt?.ToString("o").Should().Be(expected);
        (payment.OccurredAt is null).Should().Be(expected is null);
    }

    [TestCase("""{"id":"123","batch_withdrawal_id":"1","status":"CREATING","currency":"trx","amount":"12.17","address":"T","fee":null,"hash":null}""")]
    [TestCase("""{"id":"1234567890","status":"FINISHED","currency":"trx","amount":"12.171365564140688"}""")]
    [TestCase("""{"payment_id":1}""")]
    [TestCase("""{"payment_id":1,"payment_status":null}""")]
    [TestCase("""{"payment_id":1,"payment_status":""}""")]
    [TestCase("""{"payment_id":1,"payment_status":["finished"]}""")]
    [TestCase("""{"payment_status":"finished"}""")]
    [TestCase("""{"payment_id":null,"payment_status":"finished"}""")]
    [TestCase("""{"payment_id":{},"payment_status":"finished"}""")]
    public async Task Other_notifications_are_unmapped(string body)
    {
        (await Map(body)).Should().BeOfType<UnmappedEvent>().Which.EventId.Should().StartWith("sha256:");
    }

    [TestCase("\"abc\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("1e400")]
    [TestCase("1e40")]
    [TestCase("\"\\ud800\"")]
    public async Task Odd_values_never_throw(string odd)
    {
        foreach (var status in new[] { "finished", "partially_paid" })
        {
            var mapped = await Map(
                $$"""{"payment_id":1,"payment_status":"{{status}}","price_amount":{{odd}},"price_currency":{{odd}},"actually_paid":{{odd}},"actually_paid_at_fiat":{{odd}},"pay_currency":{{odd}},"order_id":{{odd}},"updated_at":{{odd}}}""");

            (mapped is PaymentEvent { Amount: not null }).Should().BeFalse();
        }
    }

    private static async Task<PaymentEvent> Payment(string body) => (await Map(body)).Should().BeOfType<PaymentEvent>().Subject;

    private static async Task<WebhookEvent> Map(string body)
    {
        var options = new NowPaymentsWebhookOptions { Secrets = { Secret } };
        var delivery = new NowPaymentsWebhookSigner(Secret).Sign(Encoding.UTF8.GetBytes(body));
        return (await new NowPaymentsWebhookVerifier(options).VerifyAsync(delivery.ToRequest())).EnsureVerified();
    }
}
