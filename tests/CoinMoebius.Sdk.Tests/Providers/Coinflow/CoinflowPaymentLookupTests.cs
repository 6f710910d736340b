using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Coinflow.Client;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowPaymentLookupTests
{
    private static readonly PaymentRecord Pending = new()
    {
        Provider = PaymentProvider.Coinflow,
        PaymentId = "p-1",
        Status = PaymentStatus.Pending,
        LastEventId = "Card Payment Authorized:p-1",
        CreatedAt = default,
        UpdatedAt = default,
    };

    private static string Answer(string status, string method = "cardInfo") =>
        $$"""
        {"_id":"r","paymentId":"p-1","totals":{"subtotal":{"cents":1999,"currency":"EUR"},"total":{"cents":2100,"currency":"EUR"} },
         "customer":"c","merchant":"m","createdAt":"2026-05-14T01:00:00Z","webhookInfo":{"orderId":"A-1","customerRef":"user_42"},"wallet":"0x1",
         "refundInfo":{"count":1,"refundedAt":"2026-05-15T01:00:00Z","amount":{"cents":500,"currency":"EUR"} },
         "{{method}}":{"status":"{{status}}","last4":"1111"},"new":1}
        """;

    [Test]
    public async Task A_payment_that_settled_means_what_its_webhook_means()
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, Answer("SETTLED"));

        var told = (await new CoinflowPaymentLookup(api.Client, "").FindAsync(Pending))!;

        api.Requests.Single().Message.RequestUri!.AbsolutePath.Should().EndWith("/merchant/payments/p-1");
        using var webhook = JsonDocument.Parse(
            """
            {"eventType":"Settled","data":{"id":"p-1","wallet":"0x1","subtotal":{"cents":1999,"currency":"EUR"},"webhookInfo":{"orderId":"A-1","customerRef":"user_42"} } }
            """);
        told.Should().BeEquivalentTo(
            (PaymentEvent)CoinflowEventMapper.Map(webhook.RootElement, default),
            options => options.Excluding(it => it.EventId).Excluding(it => it.EventType).Excluding(it => it.RawBody));
        (told.EventType, told.Amount, told.Currency, told.Reference, told.CustomerRef).Should()
            .Be((ReconciledEvent.EventType, 19.99m, "EUR", "A-1", "user_42"));
        using var body = JsonDocument.Parse(told.RawBody);
        body.RootElement.GetProperty("new").GetInt32().Should().Be(1);
    }

    [Test]
    public async Task Of_a_refund_it_tells_what_went_back()
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, Answer("REFUNDED"));

        var told = (await new CoinflowPaymentLookup(api.Client, "").FindAsync(Pending))!;

        (told.Status, told.PaymentId, told.Amount, told.OccurredAt).Should()
            .Be((PaymentStatus.PartiallyRefunded, "p-1", 5m, new DateTimeOffset(2026, 5, 15, 1, 0, 0, TimeSpan.Zero)));
        told.Refund.Should().Be(new PaymentRefund { Amount = 5m, TotalAmount = 5m, IsFull = false, Status = RefundStatus.Succeeded });
    }

    [TestCase("\"cents\":1999,\"currency\":\"EUR\"", true)]
    [TestCase("\"cents\":500,\"currency\":\"USD\"", null)]
    [TestCase("\"currency\":\"EUR\"", null)]
    public async Task A_refund_is_full_when_all_went_back(string amount, bool? isFull)
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, Answer("REFUNDED").Replace("\"cents\":500,\"currency\":\"EUR\"", amount, StringComparison.Ordinal));

        var told = (await new CoinflowPaymentLookup(api.Client, "").FindAsync(Pending))!;

        (told.Status, told.Refund!.IsFull).Should().Be((PaymentStatus.Refunded, isFull));
    }

    [TestCase("FAILED", "failed")]
    [TestCase("RETURNED", "reversed", "bankTransferInfo")]
    [TestCase("EXPIRED", "failed", "pixInfo")]
    [TestCase("VOIDED", "reversed", "paypalInfo")]
    [TestCase("SETTLED", "succeeded", "cryptoInfo")]
    [TestCase("CHARGEBACK", "disputed")]
    [TestCase("CHARGEBACK_LOST", "disputed")]
    public async Task Its_last_words_are_those_of_events(string status, string meaning, string method = "cardInfo")
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, Answer(status, method));

        (await new CoinflowPaymentLookup(api.Client, "").FindAsync(Pending))!.Status.Value.Should().Be(meaning);
    }

    [TestCase("AUTHORIZED")]
    [TestCase("DEPOSITED")]
    [TestCase("PROCESSING")]
    [TestCase("REFUND_REVIEW")]
    [TestCase("CHARGEBACK_WON")]
    [TestCase("Settled", TestName = "A word in another case is not known")]
    [TestCase("SETTLED", "newInfo", TestName = "The details of a method that is not known say nothing")]
    public async Task Everything_else_is_no_news(string status, string method = "cardInfo")
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, Answer(status, method));

        (await new CoinflowPaymentLookup(api.Client, "").FindAsync(Pending)).Should().BeNull();
    }

    [TestCase(HttpStatusCode.NotFound, "{}")]
    [TestCase(HttpStatusCode.OK, "")]
    public async Task A_payment_that_nobody_knows_is_no_news(HttpStatusCode status, string body)
    {
        using var api = new CoinflowApi(status, body);

        (await new CoinflowPaymentLookup(api.Client, "").FindAsync(Pending)).Should().BeNull();
    }

    [Test]
    public void It_serves_its_provider_and_account()
    {
        using var api = new CoinflowApi(HttpStatusCode.OK);
        var lookup = new CoinflowPaymentLookup(api.Client, "eu");

        lookup.Serves(Pending with { Account = "eu" }).Should().BeTrue();
        lookup.Serves(Pending).Should().BeFalse();
        lookup.Serves(Pending with { Account = "eu", Provider = PaymentProvider.Stripe }).Should().BeFalse();
    }
}
