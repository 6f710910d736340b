using System.Net;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Http;

public sealed class ErrorTests
{
    private readonly StubApi _api = new(options => options.MaxRetries = 0);

    [TestCase(400, typeof(CoinMoebiusValidationException))]
    [TestCase(422, typeof(CoinMoebiusValidationException))]
    [TestCase(401, typeof(CoinMoebiusAuthenticationException))]
    [TestCase(403, typeof(CoinMoebiusAuthenticationException))]
    [TestCase(404, typeof(CoinMoebiusNotFoundException))]
    [TestCase(429, typeof(CoinMoebiusRateLimitException))]
    [TestCase(301, typeof(CoinMoebiusApiException))]
    [TestCase(402, typeof(CoinMoebiusApiException))]
    [TestCase(409, typeof(CoinMoebiusApiException))]
    [TestCase(500, typeof(CoinMoebiusApiException))]
    [TestCase(503, typeof(CoinMoebiusApiException))]
    public async Task Each_status_has_its_exception(int status, Type type)
    {
        var exception = await Fail(status, """{"error":{"code":"bad_thing","message":"A bad thing."}}""", "12");

        exception.GetType().Should().Be(type);
        exception.StatusCode.Should().Be((HttpStatusCode)status);
        exception.ErrorCode.Should().Be("bad_thing");
        exception.ErrorMessage.Should().Be("A bad thing.");
        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(12));
        exception.Message.Should().Contain($" {status} ").And.Contain("bad_thing").And.NotContain("A bad thing");
    }

    [TestCase("""{"code":"c_1","message":"m"}""", "c_1", "m")]
    [TestCase("""{"error":"unknown_product"}""", "unknown_product", null)]
    [TestCase("""{"error":"unknown_product","message":"No such product."}""", "unknown_product", "No such product.")]
    [TestCase("""{"error":"No such product."}""", null, "No such product.")]
    [TestCase("""{"error":{"code":17}}""", "17", null)]
    [TestCase("""{"code":"two words"}""", null, null)]
    [TestCase("""{"code":"line\u000aend"}""", null, null)]
    [TestCase("""{"error":null,"message":["x"],"code":{}}""", null, null)]
    [TestCase("""["x"]""", null, null)]
    [TestCase("\"x\"", null, null)]
    [TestCase("""{"error":"\ud800"}""", null, null)]
    [TestCase("{", null, null)]
    [TestCase("<html>Bad gateway</html>", null, null)]
    public async Task Error_bodies_are_read_as_far_as_they_go(string body, string? code, string? text)
    {
        var exception = await Fail(400, body);

        exception.ErrorCode.Should().Be(code);
        exception.ErrorMessage.Should().Be(text);
        exception.ResponseBody.Should().Be(body);
        exception.RetryAfter.Should().BeNull();
    }

    [Test]
    public async Task An_empty_body_is_null()
    {
        (await Fail(500, "")).ResponseBody.Should().BeNull();
    }

    [Test]
    public async Task A_long_body_is_cut_and_stays_out_of_the_text()
    {
        var exception = await Fail(500, new string('x', 3_000_000));

        exception.ResponseBody.Should().HaveLength(4096);
        exception.ToString().Should().NotContain("xxx");
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("<html>")]
    [TestCase("{\"status\":7}")]
    [TestCase("{\"status\":null}")]
    [TestCase("{\"status\":\"\"}")]
    [TestCase("{\"status\":\"pending\"")]
    public async Task A_success_that_is_no_transaction_is_an_api_exception(string body)
    {
        var exception = await Fail(200, body);

        exception.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_success_without_end_is_an_api_exception()
    {
        var exception = await Fail(200, "{\"status\":\"pending\",\"x\":\"" + new string('x', 3_000_000) + "\"}");

        exception.ResponseBody.Should().HaveLength(4096);
    }

    [Test]
    public async Task A_time_out_of_the_merchants_http_client_is_a_transport_exception()
    {
        _api.Answer((_, _) => throw new TaskCanceledException("100 seconds", new TimeoutException("t")));

        var exception = (await FluentActions.Awaiting(() => _api.Client.GetStatusAsync("tx_1")).Should().ThrowAsync<CoinMoebiusTransportException>()).Which;

        exception.InnerException.Should().BeOfType<TimeoutException>();
    }

    [Test]
    public async Task Odd_fields_do_not_hide_the_status()
    {
        _api.Answer("""{"id":"tx_7","status":"success","amount":{"x":1},"currency":7,"isTest":"yes","createdAt":false,"metadata":{"k":"v"}}""");

        var transaction = await _api.Client.GetStatusAsync("tx_1");

        transaction.Should().BeEquivalentTo(
            new { Id = "tx_7", Status = Sdk.Events.PaymentStatus.Succeeded, Amount = (decimal?)null, Currency = (string?)null, IsTest = (bool?)null });
        transaction.AdditionalFields!["metadata"].GetProperty("k").GetString().Should().Be("v");
    }

    [TestCase("19.90", "19.90")]
    [TestCase("\"19.90\"", "19.90")]
    [TestCase("0.000000000001", "0.000000000001")]
    [TestCase("\"x\"", null)]
    public async Task Amounts_come_as_numbers_or_text(string json, string? amount)
    {
        _api.Answer(StubApi.Status("weird_new_state", json));

        var transaction = await _api.Client.GetStatusAsync("tx_1");

        transaction.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(amount);
        (transaction.Amount is null).Should().Be(amount is null);
        transaction.Status.Value.Should().Be("weird_new_state");
        transaction.CreatedAt.Should().Be(new DateTimeOffset(2026, 5, 14, 1, 4, 21, 123, TimeSpan.Zero));
    }

    private async Task<CoinMoebiusApiException> Fail(int status, string body, string? retryAfter = null)
    {
        _api.Answer(() => StubApi.Json((HttpStatusCode)status, body, retryAfter));
        return (await FluentActions.Awaiting(() => _api.Client.GetStatusAsync("tx_1")).Should().ThrowAsync<CoinMoebiusApiException>()).Which;
    }
}
