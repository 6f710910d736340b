using System.Net;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Mobbex.Confirmation;
using CoinMoebius.Sdk.Tests.Providers.Mobbex.Support;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex.Confirmation;

public sealed class OperationLookupTests
{
    private static readonly PaymentRecord Pending = new()
    {
        Provider = PaymentProvider.Mobbex,
        PaymentId = "P1",
        Status = PaymentStatus.Pending,
        Reference = "order-1",
        LastEventId = "sha256:1",
        CreatedAt = default,
        UpdatedAt = default,
    };

    private static readonly PaymentRecord Expected = Pending with { PaymentId = "CHK:1", LastEventId = "" };

    private static string Operation(string code) =>
        $$"""
        {"payment":{"id":"P1","status":{"code":"{{code}}","text":"t"},"total":110.53,"currency":{"code":"ARS"},"reference":"order-1","updated":"2026-05-14T01:04:21.000Z"},
         "checkout":{"uid":"CHK:1","total":100.53,"currency":"ARS","reference":"order-1"},"customer":{"uid":"7","metadata":{"customerRef":"user_42"} },"new":1}
        """;

    [Test]
    public async Task An_answer_means_what_the_same_notification_means()
    {
        using var mobbex = new StubMobbex().Answer(Answer("200"));

        var told = (await new OperationLookup(mobbex.Client, "").FindAsync(Pending))!;

        mobbex.Call.Path.Should().Be("/p/operations/P1");
        ReadOnlyMemory<byte> body = Encoding.UTF8.GetBytes($$"""{"type":"checkout","data":{{Operation("200")}} }""");
        using var notification = JsonDocument.Parse(body);
        told.Should().BeEquivalentTo(
            (PaymentEvent)MobbexEventMapper.Map(notification.RootElement, new(body, "")),
            options => options.Excluding(it => it.EventId).Excluding(it => it.EventType).Excluding(it => it.RawBody));
        (told.EventType, told.Status, told.PaymentId, told.Amount).Should().Be((ReconciledEvent.EventType, PaymentStatus.Succeeded, "P1", 110.53m));
        using var raw = JsonDocument.Parse(told.RawBody);
        raw.RootElement.GetProperty("new").GetInt32().Should().Be(1);
    }

    [TestCase("1")]
    [TestCase("2")]
    [TestCase("299")]
    [TestCase("600")]
    [TestCase("777")]
    public async Task What_is_not_over_is_no_news(string code)
    {
        using var mobbex = new StubMobbex().Answer(Answer(code));

        (await new OperationLookup(mobbex.Client, "").FindAsync(Pending)).Should().BeNull();
    }

    [Test]
    public async Task A_checkout_that_is_paid_is_told_as_the_payment_that_paid_it()
    {
        using var mobbex = new StubMobbex()
            .Answer("""{"result":true,"data":[{"uid":"P2","status":"400"},{"uid":"CHD-3","status":"200"},{"uid":"P1","status":"200"}]}""")
            .Answer(Answer("200"));

        var told = (await new OperationLookup(mobbex.Client, "").FindAsync(Expected))!;

        mobbex.Calls.Select(call => call.Path).Should().Equal("/2.0/transactions/coupons/order-1", "/p/operations/P1");
        (told.PaymentId, told.Status, told.Reference).Should().Be(("P1", PaymentStatus.Succeeded, "order-1"));
    }

    [TestCase("""{"result":true,"data":[]}""")]
    [TestCase("""{"result":true,"data":[{"uid":"P2","status":"400"},{"uid":"P1","status":"2"}]}""", Description = "the buyer may try again")]
    public async Task A_checkout_that_is_not_paid_is_no_news(string list)
    {
        using var mobbex = new StubMobbex().Answer(list);

        (await new OperationLookup(mobbex.Client, "").FindAsync(Expected)).Should().BeNull();
        mobbex.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task Without_a_reference_the_id_is_all_there_is()
    {
        using var mobbex = new StubMobbex().Answer("{}", HttpStatusCode.NotFound);

        (await new OperationLookup(mobbex.Client, "").FindAsync(Expected with { Reference = null })).Should().BeNull();
        mobbex.Call.Path.Should().Be("/p/operations/CHK%3A1");
    }

    [Test]
    public void It_serves_its_provider_and_account_and_no_part_of_another_payment()
    {
        using var mobbex = new StubMobbex();
        var lookup = new OperationLookup(mobbex.Client, "");

        lookup.Serves(Pending).Should().BeTrue();
        lookup.Serves(Pending with { PaymentId = "CHD-1" }).Should().BeFalse();
        lookup.Serves(Pending with { Account = "eu" }).Should().BeFalse();
        lookup.Serves(Pending with { Provider = PaymentProvider.Stripe }).Should().BeFalse();
    }

    private static string Answer(string code) => $$"""{"result":true,"data":{"transaction":{{Operation(code)}} } }""";
}
