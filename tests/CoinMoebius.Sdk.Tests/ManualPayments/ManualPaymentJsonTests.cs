using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.ManualPayments;

public sealed class ManualPaymentJsonTests
{
    private static readonly DateTimeOffset Now = FixedClock.Epoch;
    private static readonly ManualPayment Pending = SampleLetter.Open();

    private static readonly ManualPayment Long = Pending.Expire(Now.AddDays(30))
        .Reopen("ada", Now.AddDays(31), TimeSpan.FromDays(2), "came late")
        .MarkReceived(19.50m, "USD", "grace", Now.AddDays(31).AddTicks(1_234_567), acceptDifference: true)
        .Revoke("ada", Now.AddDays(40), "counterfeit");

    [Test]
    public void It_reads_as_one_object_with_amounts_as_texts()
    {
        var payment = Pending.MarkReceived(20.5m, "USD", "ada", Now.AddDays(1), acceptDifference: true);

        payment.ToJson().Should().Be(
            "{\"orderId\":\"order-1\",\"referenceCode\":\"" + payment.ReferenceCode + "\",\"customerRef\":\"user_42\",\"expectedAmount\":\"20.00\","
            + "\"currency\":\"USD\",\"createdAt\":\"2026-05-14T01:04:21+00:00\",\"firstExpiresAt\":\"2026-06-13T01:04:21+00:00\","
            + "\"expiresAt\":\"2026-06-13T01:04:21+00:00\",\"status\":\"succeeded\",\"version\":2,\"changes\":["
            + "{\"status\":\"succeeded\",\"at\":\"2026-05-15T01:04:21+00:00\",\"by\":\"ada\",\"amount\":\"20.5\"}]}");
    }

    [Test]
    public void What_is_stored_comes_back_whole()
    {
        foreach (var payment in new[] { Pending, Pending.Cancel("ada", Now, "changed her mind"), Long })
        {
            var json = payment.ToJson();

            var read = ManualPayment.FromJson(json);

            read.Should().BeEquivalentTo(payment);
            read.ToJson().Should().Be(json);
        }
    }

    [Test]
    public void The_serializer_writes_and_reads_the_same()
    {
        var record = new { Note = "n", Payment = Long };

        var json = JsonSerializer.Serialize(record);

        json.Should().Contain(Long.ToJson());
        JsonSerializer.Deserialize<ManualPayment>(Long.ToJson()).Should().BeEquivalentTo(Long);
        JsonSerializer.Deserialize<ManualPayment>("null").Should().BeNull();
    }

    [Test]
    public void A_payment_goes_on_after_it_was_stored() =>
        ManualPayment.FromJson(Pending.ToJson()).MarkReceived(20m, "USD", "ada", Now.AddDays(1)).Version.Should().Be(2);

    [Test]
    public void Members_of_a_later_version_are_passed_over() =>
        ManualPayment.FromJson(Edit(json => json["nextYear"] = new JsonObject())).Should().BeEquivalentTo(Long);

    [Test]
    public void Numbers_are_read_too() =>
        ManualPayment.FromJson(Edit(json => json["expectedAmount"] = JsonNode.Parse("20.00"))).Should().BeEquivalentTo(Long);

    [TestCase("orderId", "\"\"")]
    [TestCase("orderId", "null")]
    [TestCase("orderId", null)]
    [TestCase("referenceCode", "\"GBK-7L2M\"")]
    [TestCase("referenceCode", "7")]
    [TestCase("referenceCode", null)]
    [TestCase("expectedAmount", "\"0\"")]
    [TestCase("expectedAmount", "\"-20\"")]
    [TestCase("expectedAmount", "\"NaN\"")]
    [TestCase("expectedAmount", "\"twenty\"")]
    [TestCase("expectedAmount", null)]
    [TestCase("currency", "\"U$\"")]
    [TestCase("currency", null)]
    [TestCase("createdAt", "\"2026-12-31T00:00:00Z\"")]
    [TestCase("createdAt", "\"yesterday\"")]
    [TestCase("firstExpiresAt", "\"2027-05-14T01:04:21Z\"", Description = "Then it cannot have expired when it did")]
    [TestCase("expiresAt", "\"2027-05-14T01:04:21Z\"")]
    [TestCase("status", "\"succeeded\"")]
    [TestCase("status", null)]
    [TestCase("version", "4")]
    [TestCase("version", null)]
    [TestCase("changes", "[]")]
    [TestCase("changes", "null")]
    [TestCase("changes", "{}")]
    [TestCase("changes", "[null]")]
    [TestCase("changes", null)]
    public void What_cannot_have_come_about_is_refused(string member, string? value) =>
        Refused(Edit(json => Set(json, member, value)));

    [TestCase(0, "at", "\"2026-06-13T01:04:20Z\"", Description = "Not yet due")]
    [TestCase(0, "status", "\"manual_revoked\"")]
    [TestCase(0, "status", "\"pending\"")]
    [TestCase(0, "status", null)]
    [TestCase(1, "by", null)]
    [TestCase(1, "expiresAt", null)]
    [TestCase(1, "expiresAt", "\"2026-06-14T01:04:21Z\"", Description = "Not after the step itself")]
    [TestCase(2, "amount", null)]
    [TestCase(2, "amount", "\"0\"")]
    [TestCase(2, "by", "\" \"")]
    [TestCase(2, "at", "\"2026-06-20T00:00:00Z\"", Description = "After the new expiry")]
    [TestCase(3, "status", "\"succeeded\"")]
    [TestCase(3, "by", null)]
    public void Steps_that_were_not_possible_are_refused(int step, string member, string? value) =>
        Refused(Edit(json => Set(json["changes"]![step]!.AsObject(), member, value)));

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("{}")]
    [TestCase("")]
    [TestCase("{\"orderId\":\"order-1\"")]
    public void Other_JSON_is_refused(string json) => Refused(json);

    [Test]
    public void A_member_that_stands_there_twice_is_refused() =>
        Refused(Pending.ToJson().Replace("{\"orderId\"", "{\"status\":\"succeeded\",\"orderId\"", StringComparison.Ordinal));

    [Test]
    public void A_refusal_repeats_nothing_of_the_document()
    {
        var json = Edit(edited => edited["changes"]![2]!["by"] = "somebody-private");
        var refusal = Refused(json.Replace("manual_revoked", "manual_canceled", StringComparison.Ordinal));

        refusal.ToString().Should().NotContain("somebody-private").And.NotContain("user_42");
        refusal.Message.Should().Contain("from succeeded to manual_canceled");
    }

    private static JsonException Refused(string json) =>
        FluentActions.Invoking(() => ManualPayment.FromJson(json)).Should().Throw<JsonException>().Which;

    private static string Edit(Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Long.ToJson())!.AsObject();
        change(json);
        return json.ToJsonString();
    }

    private static void Set(JsonObject json, string member, string? value)
    {
        json.Remove(member);
        if (value is not null)
        {
            json[member] = JsonNode.Parse(value);
        }
    }
}
