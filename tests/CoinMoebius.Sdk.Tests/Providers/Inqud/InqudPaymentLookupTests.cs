using System.Net;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Inqud.Json;
using CoinMoebius.Sdk.Webhooks;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.Inqud;

public sealed class InqudPaymentLookupTests : IDisposable
{
    private const string Base = "https://api.inqud.com/v1/user/";

    private const string Checkout = """
        {
          "id": "CCO-1", "clientOrderId": "order-1", "status": "SUCCESS", "fixedAmount": { "amount": 19.99, "currency": "USD" },
          "createdAt": "2026-05-14T01:00:00Z", "lastUpdatedAt": "2026-05-14T01:04:21.123456Z",
          "request": { "id": "CAPD-1", "status": "SUCCESS", "currency": "USDT", "blockchain": "TRON", "paidAmount": 20.01, "txHash": "0xab", "overpaid": true },
          "new": { "a": 1 }
        }
        """;

    private const string Request = """
        {"id":"CAPD-1","checkoutId":"CCO-1","clientOrderId":"order-1","status":"CONFLICT","reason":"UNDERPAID","currency":"USDT","blockchain":"TRON",
         "requestAmount":20.01,"requestAmountIn":"USDT","paidAmount":15.5}
        """;

    private const string Payment = """{"id":"PMT-1","orderType":"PAY_IN","status":"SUCCESS","amount":1.5,"currency":"BTC","timestamp":"2026-05-14T01:04:21Z"}""";

    private readonly MockHttpMessageHandler _http = new();
    private readonly InqudPaymentLookup _lookup;

    public InqudPaymentLookupTests() => _lookup = new(
        new InqudClient(_http.ToHttpClient(), new InqudOptions { TokenId = "TKN-1", TokenSecret = "s", ProjectId = "CAP-1", MaxRetries = 0 }), "");

    public void Dispose() => _http.Dispose();

    [TestCase("CCO-1", "crypto-acquiring/CAP-1/checkouts/CCO-1", Checkout)]
    [TestCase("CAPD-1", "crypto-acquiring/requests/CAPD-1", Request)]
    [TestCase("PMT-1", "payments/PMT-1", Payment)]
    public async Task An_answer_means_what_the_same_webhook_means(string id, string path, string answer)
    {
        _http.When(Base + path).Respond("application/json", answer);

        var told = await _lookup.FindAsync(Pending(id));

        ReadOnlyMemory<byte> body = Encoding.UTF8.GetBytes(answer);
        using var document = JsonDocument.Parse(body);
        var webhook = (PaymentEvent)InqudEventMapper.Map(document.RootElement, body);
        told.Should().BeEquivalentTo(webhook, options => options.Excluding(it => it.EventId).Excluding(it => it.EventType).Excluding(it => it.RawBody));
        told!.EventType.Should().Be(ReconciledEvent.EventType);
        told.EventId.Should().StartWith("reconciled:");
        (await _lookup.FindAsync(Pending(id)))!.EventId.Should().Be(told.EventId);
    }

    [Test]
    public async Task The_body_is_the_answer()
    {
        _http.When("*").Respond("application/json", Checkout);

        using var body = JsonDocument.Parse((await _lookup.FindAsync(Pending("CCO-1")))!.RawBody);

        body.RootElement.GetProperty("new").GetProperty("a").GetInt32().Should().Be(1);
        body.RootElement.GetProperty("request").GetProperty("txHash").GetString().Should().Be("0xab");
    }

    [TestCase("""{"id":"CCO-1","status":"REQUEST_CREATED"}""")]
    [TestCase("""{"id":"CCO-1","status":"DONE"}""")]
    [TestCase("""{"id":"CCO-1"}""")]
    public async Task What_is_not_final_is_no_news(string answer)
    {
        _http.When("*").Respond("application/json", answer);

        (await _lookup.FindAsync(Pending("CCO-1"))).Should().BeNull();
    }

    [Test]
    public async Task A_checkout_that_nobody_knows_is_no_news()
    {
        _http.When("*").Respond(HttpStatusCode.NotFound);

        (await _lookup.FindAsync(Pending("CCO-1"))).Should().BeNull();
    }

    [Test]
    public void It_serves_what_it_can_find()
    {
        _lookup.Serves(Pending("CCO-1")).Should().BeTrue();
        _lookup.Serves(Pending("CAPD-1")).Should().BeTrue();
        _lookup.Serves(Pending("PMT-1")).Should().BeTrue();
        _lookup.Serves(Pending("order-1")).Should().BeFalse();
        _lookup.Serves(Pending("CCO-1") with { Account = "eu" }).Should().BeFalse();
        _lookup.Serves(Pending("CCO-1") with { Provider = PaymentProvider.Stripe }).Should().BeFalse();
    }

    private static PaymentRecord Pending(string id) => new()
    {
        Provider = PaymentProvider.Inqud,
        PaymentId = id,
        Status = PaymentStatus.Pending,
        LastEventId = "",
        CreatedAt = default,
        UpdatedAt = default,
    };
}
