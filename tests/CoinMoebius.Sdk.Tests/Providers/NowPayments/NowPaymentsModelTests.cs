using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Providers.NowPayments.Json;

namespace CoinMoebius.Sdk.Tests.Providers.NowPayments;

public sealed class NowPaymentsModelTests
{
    private const string Payment =
        """
        {"payment_id":"6249365965","parent_payment_id":"6249365960","invoice_id":"4522625843","purchase_id":"5312822613","payment_status":"finished",
        "price_amount":1,"price_currency":"usd","pay_amount":11.8,"pay_currency":"trx","actually_paid":12,"actually_paid_at_fiat":1.02,
        "pay_address":"TNDFkiSmBQorNFacb3735q8MnT29sn8BLn","payin_extra_id":"77","network":"trx","expiration_estimate_date":"2023-07-28T15:26:09.932+00:00",
        "order_id":"order-7","order_description":"T-shirt","outcome_amount":11.8405,"outcome_currency":"trx","payin_hash":"a","payout_hash":"b",
        "created_at":"2023-07-28T15:06:09.932+00:00","updated_at":"2023-07-28T15:09:40.535+00:00","payment_extra_ids":[5513339153],"future":{"a":[1]}}
        """;

    private const string Invoice =
        """
        {"id":"4522625843","invoice_url":"https://nowpayments.io/payment/?iid=4522625843","price_amount":49.99,"price_currency":"usd","pay_currency":"btc",
        "order_id":"order-7","order_description":"T-shirt","created_at":"2026-01-01T00:00:00+00:00","future":1}
        """;

    [TestCase(typeof(NowPaymentsPayment), Payment)]
    [TestCase(typeof(NowPaymentsInvoice), Invoice)]
    [TestCase(typeof(NowPaymentsEstimate), """{"amount_from":3999.5,"currency_from":"usd","estimated_amount":0.17061637,"currency_to":"btc","future":1}""")]
    [TestCase(typeof(NowPaymentsMinimumAmount), """{"currency_from":"eth","currency_to":"trx","min_amount":0.0078999,"fiat_equivalent":35.4,"future":1}""")]
    public void A_document_comes_back_as_it_was_and_prints_nothing(Type type, string json)
    {
        var model = (ApiModel)JsonSerializer.Deserialize(json, NowPaymentsJson.Default.GetTypeInfo(type)!)!;

        var again = JsonSerializer.SerializeToNode(model, NowPaymentsJson.Default.GetTypeInfo(type)!);

        JsonNode.DeepEquals(again, JsonNode.Parse(json)).Should().BeTrue("it came back as {0}", again!.ToJsonString());
        model.AdditionalFields!.Keys.Should().BeSubsetOf(["future", "payment_extra_ids"]);
        model.ToString().Should().Be(type.Name);
    }

    [Test]
    public void The_published_answer_is_read()
    {
        var payment = Read(
            """
            {"payment_id":6249365965,"invoice_id":null,"payment_status":"finished","pay_address":"address","payin_extra_id":null,"price_amount":"1",
            "price_currency":"usd","pay_amount":11.8,"actually_paid":12,"pay_currency":"trx","order_id":null,"order_description":null,
            "purchase_id":5312822613,"outcome_amount":11.8405,"outcome_currency":"trx","payout_hash":"hash","payin_hash":"hash",
            "created_at":"2023-07-28T15:06:09.932Z","updated_at":1690556980535,"burning_percent":"null","type":"crypto2crypto"}
            """);

        payment.Should().BeEquivalentTo(new
        {
            PaymentId = "6249365965",
            PurchaseId = "5312822613",
            InvoiceId = (string?)null,
            Status = NowPaymentsPaymentStatus.Finished,
            IsPaid = true,
            PriceAmount = 1m,
            ActuallyPaid = 12m,
            CreatedAt = new DateTimeOffset(2023, 7, 28, 15, 6, 9, 932, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2023, 7, 28, 15, 9, 40, 535, TimeSpan.Zero),
        });
    }

    [Test]
    public void A_member_of_an_odd_type_hides_no_other([Values("{\"a\":1}", "[1]", "true", "\"abc\"", "1e400")] string odd)
    {
        var payment = Read(
            """{"price_amount":@,"pay_amount":@,"actually_paid":@,"created_at":@,"updated_at":@,"payment_status":"finished","payment_id":1}"""
                .Replace("@", odd, StringComparison.Ordinal));

        (payment.PriceAmount, payment.CreatedAt, payment.PaymentId, payment.Status.IsFinished).Should().Be((null, null, "1", true));
    }

    [TestCase("null")]
    [TestCase("1")]
    [TestCase("{}")]
    [TestCase("[\"finished\"]")]
    [TestCase("true")]
    public void A_status_that_is_no_text_is_neither_paid_nor_final(string status)
    {
        var payment = Read($$"""{"payment_id":1,"payment_status":{{status}}}""");

        (payment.IsPaid, payment.Status.IsFinal, payment.Status.Value).Should().Be((false, false, ""));
    }

    [TestCase("waiting", false, false, false)]
    [TestCase("confirming", false, false, false)]
    [TestCase("confirmed", false, false, false)]
    [TestCase("sending", false, false, false)]
    [TestCase("finished", true, true, false)]
    [TestCase("partially_paid", true, false, true)]
    [TestCase("failed", true, false, false)]
    [TestCase("refunded", true, false, false)]
    [TestCase("expired", true, false, false)]
    [TestCase("cancelled", true, false, false)]
    [TestCase("Finished", false, false, false)]
    [TestCase("finished ", false, false, false)]
    [TestCase("", false, false, false)]
    public void A_status_says_what_it_means(string text, bool isFinal, bool isFinished, bool isPartial)
    {
        var status = new NowPaymentsPaymentStatus(text);

        (status.IsFinal, status.IsFinished, status.IsPartiallyPaid, status.ToString()).Should().Be((isFinal, isFinished, isPartial, text));
        (status == new NowPaymentsPaymentStatus(text)).Should().BeTrue();
        (status == NowPaymentsPaymentStatus.Finished).Should().Be(text == "finished");
    }

    [TestCase("\"6249365960\"", false)]
    [TestCase("6249365960", false)]
    [TestCase("\"\"", true)]
    [TestCase("null", true)]
    public void A_second_deposit_is_not_paid(string parent, bool isPaid) =>
        Read($$"""{"payment_id":1,"payment_status":"finished","parent_payment_id":{{parent}}}""").IsPaid.Should().Be(isPaid);

    [TestCase("javascript:alert(1)")]
    [TestCase("http://nowpayments.io/payment")]
    [TestCase("/payment")]
    public void No_browser_is_sent_elsewhere(string url) =>
        JsonSerializer.Deserialize($$"""{"id":1,"invoice_url":"{{url}}"}""", NowPaymentsJson.Default.NowPaymentsInvoice)!.InvoiceUrl.Should().BeNull();

    private static NowPaymentsPayment Read(string json) => JsonSerializer.Deserialize(json, NowPaymentsJson.Default.NowPaymentsPayment)!;
}
