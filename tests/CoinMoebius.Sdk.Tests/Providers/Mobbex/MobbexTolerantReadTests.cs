using System.Text.Json;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Mobbex.Json;
using CoinMoebius.Sdk.Tests.Providers.Mobbex.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexTolerantReadTests
{
    private static readonly string[] Members =
        ["id", "description", "operation", "total", "currency", "riskAnalysis", "created", "updated", "reference", "source"];

    [Test]
    public void No_odd_member_hides_the_status(
        [ValueSource(nameof(Members))] string member, [Values("1", "\"x\"", "true", "null", "[]", "[1]", "{}", "{\"a\":1}")] string value)
    {
        var payment = JsonSerializer.Deserialize($$$"""{"{{{member}}}":{{{value}}},"status":{"code":"200"}}""", MobbexJson.Default.MobbexPayment)!;

        payment.Status!.Code.Should().Be(MobbexStatusCode.Paid);
    }

    [TestCase("""{"code":"200","text":5,"message":{},"view":1,"resultCode":7}""", 200)]
    [TestCase("\"200\"", 200)]
    [TestCase("200", 200)]
    [TestCase("\"active\"", null)]
    [TestCase("{}", null)]
    [TestCase("[200]", null)]
    [TestCase("true", null)]
    [TestCase("null", null)]
    public void A_status_comes_with_its_words_or_alone(string json, int? expected)
    {
        var record = JsonSerializer.Deserialize($$"""{"uid":"A","status":{{json}}}""", MobbexJson.Default.MobbexTransaction)!;

        record.StatusCode.Should().Be(expected is { } code ? new MobbexStatusCode(code) : null);
        record.OperationId.Should().Be("A");
    }

    [TestCase("\"ars\"", "ARS", false)]
    [TestCase("{\"code\":\"TEST\"}", "TEST", true)]
    [TestCase("{\"value\":\"TEST\",\"label\":\"Test Money\"}", "TEST", true)]
    [TestCase("{\"isoCode\":\"USD\"}", "USD", false)]
    [TestCase("{}", "", false)]
    public void A_currency_comes_in_several_shapes(string json, string code, bool isTest)
    {
        var operation = JsonSerializer.Deserialize($$$"""{"payment":{"currency":{{{json}}}}}""", MobbexJson.Default.MobbexOperation)!;

        (operation.Payment!.Currency!.Code, operation.IsTest).Should().Be((code, isTest));
    }

    [Test]
    public void What_a_form_sends_as_text_is_read()
    {
        var operation = JsonSerializer.Deserialize(
            """{"result":"true","payment":{"total":"110.58","status":{"code":"200"},"created":"1767614400000","source":{"installment":{"amount":"36.86","count":"3"}}},"checkout":{"total":"100.53"}}""",
            MobbexJson.Default.MobbexOperation)!;

        (operation.Result, operation.Payment!.Total, operation.Checkout!.Total).Should().Be((true, 110.58m, 100.53m));
        (operation.Payment.Source!.Installment!.Amount, operation.Payment.Source.Installment.Count).Should().Be((36.86m, 3));
        operation.Payment.Created.Should().Be(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
    }

    [Test]
    public void Numbers_that_should_be_text_are_kept_as_text()
    {
        var operation = JsonSerializer.Deserialize(
            """{"customer":{"uid":7,"phone":1122223333},"payment":{"riskAnalysis":{"level":12.5}}}""", MobbexJson.Default.MobbexOperation)!;

        (operation.Customer!.Uid, operation.Customer.Phone, operation.Payment!.RiskAnalysis!.Level).Should().Be(("7", "1122223333", "12.5"));
    }

    [TestCase("""{"result":true,"data":{"transactions":[{"uid":"R"}],"transaction":{"payment":{"id":"P1","status":{"code":"200"}}}}}""", 1)]
    [TestCase("""{"transactions":[{"uid":"R"}],"transaction":{"payment":{"id":"P1","status":{"code":"200"}}}}""", 1)]
    [TestCase("""{"result":true,"data":{"payment":{"id":"P1","status":{"code":"200"}}}}""", null)]
    [TestCase("""{"payment":{"id":"P1","status":{"code":200}}}""", null)]
    public async Task An_operation_is_read_with_and_without_what_is_around_it(string answer, int? records)
    {
        using var mobbex = new StubMobbex().Answer(answer);

        var operation = await mobbex.Client.GetOperationAsync("P1");

        (operation.Payment!.Id, operation.StatusCode, operation.Transactions?.Count).Should().Be(("P1", MobbexStatusCode.Paid, records));
    }

    [TestCase("""{"result":true,"data":[{"uid":"A"},{"uid":"B"},7,null]}""")]
    [TestCase("""[{"uid":"A"},{"uid":"B"}]""")]
    [TestCase("""{"result":true,"transactions":[{"uid":"A"},{"uid":"B"}]}""")]
    [TestCase("""{"result":true,"data":{"docs":[{"uid":"A"},{"uid":"B"}]}}""")]
    public async Task Records_are_read_with_and_without_what_is_around_them(string answer)
    {
        using var mobbex = new StubMobbex().Answer(answer);

        (await mobbex.Client.GetTransactionsAsync("r")).Select(record => record.Uid).Should().Equal("A", "B");
    }

    [TestCase("""{"result":true,"data":{"transaction":{"payment":{"id":"P1","status":{"code":"2"}}}}}""")]
    [TestCase("""{"result":true,"transactions":[{"uid":"P1","status":"2"}]}""")]
    [TestCase("""{"result":true,"data":{"uid":"P1","status":{"code":"2"}}}""")]
    public async Task The_older_look_up_is_read_in_each_of_its_shapes(string answer)
    {
        using var mobbex = new StubMobbex().Answer(answer);

        var record = await mobbex.Client.GetTransactionStatusAsync("C1");

        (record.OperationId, record.StatusCode).Should().Be(("P1", MobbexStatusCode.OnHold));
    }

    [Test]
    public async Task A_list_that_is_none_is_an_error()
    {
        using var mobbex = new StubMobbex().Answer("""{"result":true,"data":{}}""");

        await mobbex.Client.Awaiting(client => client.GetTransactionsAsync("r")).Should().ThrowAsync<CoinMoebiusApiException>();
    }
}
