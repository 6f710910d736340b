using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton;
using CoinMoebius.Sdk.Testing;

namespace CoinMoebius.Sdk.Tests.Providers.MoneyButton;

public sealed class MoneyButtonEventMapperTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [TestCase("COMPLETED", "succeeded", "succeeded")]
    [TestCase("RECEIVED", "pending", "succeeded")]
    [TestCase("PENDING", "pending", "pending")]
    [TestCase("FAILED", "failed", "failed")]
    [TestCase("DOUBLE_SPENT", "reversed", "reversed")]
    public async Task A_status_has_its_meaning_and_zero_confirmations_count_only_on_request(string status, string strict, string lenient)
    {
        var body = $$$"""{"payment":{"id":"75","status":"{{{status}}}"}}""";

        foreach (var (accept, expected) in new[] { (false, strict), (true, lenient) })
        {
            var payment = (await Map(body, accept)).Should().BeOfType<PaymentEvent>().Subject;

            payment.Status.Value.Should().Be(expected);
            payment.EventType.Should().Be(status);
            payment.PaymentId.Should().Be("75");
        }
    }

    [TestCase("\"completed\"")]
    [TestCase("\"COMPLETED \"")]
    [TestCase("\"REFUNDED\"")]
    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("1")]
    [TestCase("[\"COMPLETED\"]")]
    public async Task A_status_that_is_not_known_is_unmapped_and_keeps_its_details(string status)
    {
        var mapped = await Map($$$"""{"payment":{"id":"75","status":{{{status}}},"txid":"ab"}}""", acceptZeroConfirmation: true);

        mapped.Should().BeOfType<UnmappedEvent>().Which.Metadata.Should().Contain("txid", "ab").And.Contain("paymentId", "75");
        mapped.EventType.Should().Be(status.StartsWith('"') ? status.Trim('"') : "");
    }

    [TestCase("""{\"orderId\":\"o-1\"}""", null, "o-1")]
    [TestCase("""{\"order_id\":\"o-2\"}""", null, "o-2")]
    [TestCase("""{\"orderId\":\"o-1\"}""", "button", "button")]
    [TestCase("o-1", null, null)]
    public async Task The_buttons_data_may_name_the_order(string data, string? buttonId, string? expected)
    {
        var button = buttonId is null ? "null" : $"\"{buttonId}\"";
        var body = $$$"""{"payment":{"id":"75","status":"COMPLETED","buttonId":{{{button}}},"buttonData":"{{{data}}}"}}""";

        ((PaymentEvent)await Map(body)).Reference.Should().Be(expected);
    }

    [Test]
    public async Task The_shape_that_receivers_saw_becomes_this()
    {
        var mapped = await Map(
            """
            {"payment":{"id":"75","createdAt":"2019-08-21T21:35:14.229Z","updatedAt":"2019-08-21T21:36:02.000Z","userId":"7",
            "txid":"79cd","normalizedTxid":"b27a","amount":"0.9999997399525015","currency":"usd","satoshis":"746676","status":"COMPLETED",
            "buttonId":"order-1001","buttonData":"{\"productId\":\"ac754t6\",\"n\":{\"a\":[1]}}","paymentOutputs":[{"amount":"1"}]}}
            """);

        Normalised(mapped).Should().Be(
            """{"kind":"payment","provider":"moneybutton","eventId":"ID","eventType":"COMPLETED","status":"succeeded","paymentId":"75","amount":"0.9999997399525015","currency":"USD","customerRef":"7","reference":"order-1001","isTest":null,"occurredAt":"2019-08-21T21:36:02Z","metadata":{"productId":"ac754t6","n":"{\"a\":[1]}","txid":"79cd","satoshis":"746676"}}""");
    }

    [Test]
    public async Task The_documented_shape_and_numbers_for_texts_become_the_same()
    {
        var mapped = await Map(
            """
            {"payment":{"id":75,"userId":7,"amount":1.5,"currency":"BSV","satoshis":150000000,"status":"FAILED","statusDescription":"Timed out.",
            "txid":null,"buttonId":1001,"buttonData":null,"outputs":[{"type":"address","satoshis":150000000}],"rawtx":null}}
            """);

        Normalised(mapped).Should().Be(
            """{"kind":"payment","provider":"moneybutton","eventId":"ID","eventType":"FAILED","status":"failed","paymentId":"75","amount":"1.5","currency":"BSV","customerRef":"7","reference":"1001","isTest":null,"occurredAt":null,"metadata":{"satoshis":"150000000","statusDescription":"Timed out."}}""");
    }

    [Test]
    public async Task The_merchants_own_id_of_the_buyer_wins_and_his_data_never_passes_for_Money_Buttons()
    {
        var payment = (PaymentEvent)await Map(
            """{"payment":{"id":"1","status":"COMPLETED","userId":"7","txid":"real","buttonData":" {\"customerRef\":\"user_42\",\"txid\":\"made up\"}"}}""");

        payment.CustomerRef.Should().Be("user_42");
        payment.Metadata["txid"].Should().Be("real");
    }

    [TestCase("\"plain text\"", "plain text")]
    [TestCase("\"{not json\"", "{not json")]
    [TestCase("\"[1]\"", "[1]")]
    public async Task Data_that_is_no_object_is_kept_as_text(string wire, string expected)
    {
        var payment = await Map($$$"""{"payment":{"id":"1","status":"COMPLETED","buttonData":{{{wire}}}}}""");

        payment.Metadata.Should().Equal(new Dictionary<string, string> { ["buttonData"] = expected });
    }

    [TestCase("""{"payment":null}""")]
    [TestCase("""{"payment":[]}""")]
    [TestCase("""{"payment":{"status":"COMPLETED"}}""")]
    [TestCase("""{"payment":{"id":"","status":"COMPLETED"}}""")]
    [TestCase("""{"payment":{"id":{},"status":"COMPLETED"}}""")]
    [TestCase("""{"id":"1","status":"COMPLETED"}""")]
    public async Task Without_a_payment_and_its_id_nothing_is_paid(string body)
    {
        (await Map(body)).Should().BeOfType<UnmappedEvent>().Which.EventId.Should().StartWith("sha256:");
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("true")]
    [TestCase("1e400")]
    [TestCase("\"\\ud800\"")]
    public async Task Odd_values_never_throw(string odd)
    {
        var mapped = await Map(
            $$$"""{"payment":{"id":"1","status":"COMPLETED","amount":{{{odd}}},"currency":{{{odd}}},"satoshis":{{{odd}}},"userId":{{{odd}}},"buttonId":{{{odd}}},"buttonData":{{{odd}}},"txid":{{{odd}}},"updatedAt":{{{odd}}},"outputs":{{{odd}}}}}""");

        (mapped is PaymentEvent { Amount: not null }).Should().BeFalse();
    }

    private static string Normalised(WebhookEvent mapped) =>
        Encoding.UTF8.GetString(WebhookEventJson.Serialize(mapped)).Replace(mapped.EventId, "ID", StringComparison.Ordinal);

    private static async Task<WebhookEvent> Map(string body, bool acceptZeroConfirmation = false)
    {
        var options = new MoneyButtonWebhookOptions { Secrets = { Secret }, AcceptZeroConfirmation = acceptZeroConfirmation };
        var delivery = new MoneyButtonWebhookSigner(Secret).Sign(Encoding.UTF8.GetBytes(body));
        return (await new MoneyButtonWebhookVerifier(options).VerifyAsync(delivery.ToRequest())).EnsureVerified();
    }
}
