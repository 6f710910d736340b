using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Tests.Support;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.CoinbaseBusiness;

public sealed class CoinbaseBusinessClientTests : IDisposable
{
    private const string KeyId = "5d1a0b6e-0000-4000-8000-000000000001";
    private const string Secret = "123e4567-e89b-12d3-a456-426614174000";
    private const string Url = "https://api.cdp.coinbase.com/platform/v2/data/webhooks/subscriptions";
    private const string Answer = $$$"""{"subscriptionId":"sub-1","secret":"{{{Secret}}}","isEnabled":true,"eventTypes":["checkout.payment.success"],"target":{"url":"https://shop.example/hook"}}""";

    private readonly MockHttpMessageHandler _http = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly FixedClock _clock = new();

    public void Dispose()
    {
        _http.Dispose();
        _key.Dispose();
    }

    [Test]
    public async Task Every_method_calls_its_path_with_its_body()
    {
        const string Settings =
            """{"description":"Shop","eventTypes":["checkout.payment.success","checkout.payment.failed","checkout.payment.expired","checkout.refund.success","checkout.refund.failed"],"isEnabled":true,"target":{"url":"https://shop.example/hook","method":"POST","headers":{"X-Shop":"1"}},"labels":{"sandbox":"true"}}""";
        var settings = new CoinbaseBusinessWebhookSettings
        {
            Url = new("https://shop.example/hook"),
            Description = "Shop",
            Sandbox = true,
            Headers = new Dictionary<string, string> { ["X-Shop"] = "1" },
        };
        _http.Expect(HttpMethod.Post, Url).WithContent(Settings).WithHeaders("Content-Type", "application/json").Respond(HttpStatusCode.Created, "application/json", Answer);
        _http.Expect(HttpMethod.Get, Url + "/sub-1").Respond("application/json", Answer);
        _http.Expect(HttpMethod.Put, Url + "/sub-1").WithContent(Settings).Respond("application/json", Answer);
        _http.Expect(HttpMethod.Delete, Url + "/sub-1").Respond(HttpStatusCode.NoContent);
        var client = Client();

        var created = await client.CreateWebhookSubscriptionAsync(settings);
        (await client.GetWebhookSubscriptionAsync("sub-1")).IsEnabled.Should().BeTrue();
        await client.UpdateWebhookSubscriptionAsync("sub-1", settings);
        await client.DeleteWebhookSubscriptionAsync("sub-1");

        (created.SubscriptionId, created.Secret).Should().Be(("sub-1", Secret));
        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Lists_are_read_page_by_page_to_their_end()
    {
        _http.Expect(HttpMethod.Get, Url).With(request => request.RequestUri!.Query.Length == 0)
            .Respond("application/json", """{"subscriptions":[{"subscriptionId":"a"},{"subscriptionId":"b"}],"nextPageToken":"a+b/c="}""");
        _http.Expect(HttpMethod.Get, Url + "?pageToken=a%2Bb%2Fc%3D").Respond("application/json", """{"subscriptions":[{"subscriptionId":"c"}],"nextPageToken":""}""");

        (await ListAsync(Client())).Should().Equal("a", "b", "c");

        _http.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_list_that_leads_round_in_a_circle_ends()
    {
        var calls = _http.When(Url).Respond("application/json", """{"subscriptions":[{"subscriptionId":"a"}],"nextPageToken":"same"}""");

        (await ListAsync(Client())).Should().HaveCount(2);

        _http.GetMatchCount(calls).Should().Be(2);
    }

    [TestCase("{}")]
    [TestCase("""{"subscriptions":null}""")]
    [TestCase("""{"subscriptions":5,"nextPageToken":5}""")]
    public async Task An_empty_list_is_one(string body)
    {
        _http.When(Url).Respond("application/json", body);

        (await ListAsync(Client())).Should().BeEmpty();
    }

    [Test]
    public async Task Each_call_has_a_token_of_its_own_for_its_method_address_and_time()
    {
        var tokens = new List<CoinbaseBusinessToken>();
        _http.When("*").Respond(request =>
        {
            tokens.Add(CoinbaseBusinessToken.Of(request, _key));
            return new HttpResponseMessage { Content = new StringContent(request.RequestUri!.AbsolutePath.EndsWith("subscriptions", StringComparison.Ordinal) && request.Method == HttpMethod.Get ? """{"nextPageToken":"x"}""" : Answer) };
        });
        var client = Client();

        await client.CreateWebhookSubscriptionAsync(new() { Url = new("https://shop.example/hook") });
        _clock.Now += TimeSpan.FromSeconds(7.9);
        await client.GetWebhookSubscriptionAsync("sub-1");
        await ListAsync(client);

        tokens.Select(token => token.Claims.GetProperty("uris").EnumerateArray().Single().GetString()).Should().Equal(
            "POST api.cdp.coinbase.com/platform/v2/data/webhooks/subscriptions",
            "GET api.cdp.coinbase.com/platform/v2/data/webhooks/subscriptions/sub-1",
            "GET api.cdp.coinbase.com/platform/v2/data/webhooks/subscriptions",
            "GET api.cdp.coinbase.com/platform/v2/data/webhooks/subscriptions");
        tokens.Should().OnlyContain(token => token.Claims.GetProperty("uri").GetString() == token.Claims.GetProperty("uris")[0].GetString());
        tokens.Select(token => token.Header.GetProperty("nonce").GetString()).Should().OnlyHaveUniqueItems().And.OnlyContain(nonce => nonce!.Length == 32);
        foreach (var (token, at) in tokens.Zip([0L, 7L, 7L, 7L]))
        {
            var now = FixedClock.Epoch.ToUnixTimeSeconds() + at;
            token.Header.EnumerateObject().Where(member => member.Name != "nonce").Select(member => $"{member.Name}={member.Value}")
                .Should().BeEquivalentTo("alg=ES256", "typ=JWT", "kid=" + KeyId);
            token.Claims.EnumerateObject().Where(member => member.Name is not ("uri" or "uris")).Select(member => $"{member.Name}={member.Value}")
                .Should().BeEquivalentTo("iss=cdp", "sub=" + KeyId, "aud=[\"cdp_service\"]", $"iat={now}", $"nbf={now}", $"exp={now + 120}");
        }
    }

    [Test]
    public async Task A_token_names_the_host_with_its_port_and_the_path_as_it_is_sent()
    {
        CoinbaseBusinessToken? token = null;
        _http.When("*").Respond(request =>
        {
            token = CoinbaseBusinessToken.Of(request, _key);
            return new HttpResponseMessage { Content = new StringContent("""{"subscriptionId":"a b/c"}""") };
        });

        await Client(options => options.BaseAddress = new("http://localhost:5005/cdp/")).GetWebhookSubscriptionAsync("a b/c");

        token!.Claims.GetProperty("uri").GetString().Should().Be("GET localhost:5005/cdp/v2/data/webhooks/subscriptions/a%20b%2Fc");
    }

    [Test]
    public async Task Only_what_creates_nothing_is_sent_again()
    {
        var calls = new List<string>();
        _http.When("*").Respond(request =>
        {
            calls.Add(request.Method.Method);
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        });
        var client = Client(OneQuickRetry);
        var settings = new CoinbaseBusinessWebhookSettings { Url = new("https://shop.example/hook") };

        await client.Awaiting(it => it.CreateWebhookSubscriptionAsync(settings)).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.UpdateWebhookSubscriptionAsync("sub-1", settings)).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.DeleteWebhookSubscriptionAsync("sub-1")).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => it.GetWebhookSubscriptionAsync("sub-1")).Should().ThrowAsync<CoinMoebiusApiException>();
        await client.Awaiting(it => ListAsync(it)).Should().ThrowAsync<CoinMoebiusApiException>();

        calls.Should().Equal("POST", "PUT", "PUT", "DELETE", "GET", "GET", "GET", "GET");
    }

    [Test]
    public async Task A_subscription_that_may_have_been_created_is_not_created_again()
    {
        var calls = 0;
        _http.When("*").Respond(new Func<HttpRequestMessage, HttpResponseMessage>(_ =>
        {
            calls++;
            throw new HttpRequestException("The connection was closed.", new IOException());
        }));

        await Client(OneQuickRetry).Awaiting(it => it.CreateWebhookSubscriptionAsync(new() { Url = new("https://shop.example/hook") }))
            .Should().ThrowAsync<CoinMoebiusTransportException>();

        calls.Should().Be(1);
    }

    [Test]
    public async Task Errors_carry_what_Coinbase_says_and_no_key()
    {
        _http.When("*").Respond(HttpStatusCode.BadRequest, "application/json", """{"errorType":"invalid_request","errorMessage":"target.url must be https","correlationId":"41de"}""");

        var error = (await Client().Awaiting(it => it.GetWebhookSubscriptionAsync("sub-1")).Should().ThrowAsync<CoinMoebiusValidationException>()).Which;

        (error.ErrorCode, error.Message).Should().Be(("invalid_request", "The Coinbase API answered 400 (invalid_request)."));
        error.ResponseBody.Should().Contain("41de");
        error.ToString().Should().NotContain("eyJ", "no token gets into it");
    }

    [TestCase(HttpStatusCode.Unauthorized, typeof(CoinMoebiusAuthenticationException), "*CoinbaseBusinessOptions.KeyId*clock*")]
    [TestCase(HttpStatusCode.Forbidden, typeof(CoinMoebiusAuthenticationException), "*403*")]
    [TestCase(HttpStatusCode.NotFound, typeof(CoinMoebiusNotFoundException), "*404*")]
    public async Task Refusals_have_types_of_their_own(HttpStatusCode status, Type type, string message)
    {
        _http.When("*").Respond(status);

        var thrown = (await Client().Awaiting(it => it.DeleteWebhookSubscriptionAsync("sub-1")).Should().ThrowAsync<CoinMoebiusApiException>()).WithMessage(message).Which;

        thrown.Should().BeOfType(type);
    }

    [TestCase("{}", "no subscription")]
    [TestCase("""{"subscriptionId":5}""", "no subscription")]
    [TestCase("""{"subscriptionId":"sub-2"}""", "another subscription")]
    [TestCase("null", "null")]
    [TestCase("[]", "JSON")]
    [TestCase("<html>", "JSON")]
    public async Task An_answer_that_is_not_the_subscription_asked_for_is_none(string body, string problem)
    {
        _http.When("*").Respond("application/json", body);

        (await Client().Awaiting(it => it.GetWebhookSubscriptionAsync("sub-1")).Should().ThrowAsync<CoinMoebiusApiException>()).WithMessage($"*{problem}*");
    }

    [Test]
    public async Task What_cannot_be_right_is_not_sent()
    {
        var anything = _http.When("*").Respond("application/json", Answer);
        var client = Client();
        var good = new CoinbaseBusinessWebhookSettings { Url = new("https://shop.example/hook") };
        var bad = new (CoinbaseBusinessWebhookSettings? Settings, string Message)[]
        {
            (null, "*settings*"),
            (good with { Url = null! }, "*Url*https*"),
            (good with { Url = new("/hook", UriKind.Relative) }, "*Url*https*"),
            (good with { Url = new("http://shop.example/hook") }, "*Url*https*"),
            (good with { Url = new("https://user:pass@shop.example/hook") }, "*Url*user info*"),
            (good with { Url = new("https://shop.example/hook#x") }, "*Url*fragment*"),
            (good with { EventTypes = [] }, "*EventTypes*checkout.payment.success*"),
            (good with { EventTypes = null! }, "*EventTypes*"),
            (good with { EventTypes = ["checkout.payment.success", " "] }, "*EventTypes*"),
            (good with { Headers = new Dictionary<string, string> { ["X Shop"] = "1" } }, "*Headers*"),
            (good with { Headers = new Dictionary<string, string> { ["X-Shop"] = "5ecret\r\nX: y" } }, "*Headers*"),
            (good with { Headers = new Dictionary<string, string> { ["X-Shop"] = null! } }, "*Headers*"),
            (good with { Labels = new Dictionary<string, string> { [""] = "1" } }, "*Labels*"),
            (good with { Sandbox = true, Labels = Enumerable.Range(0, 20).ToDictionary(i => $"l{i}", _ => "x") }, "*Labels*20*"),
            (good with { AdditionalFields = new Dictionary<string, JsonElement> { ["target"] = JsonElement.Parse("1") } }, "*AdditionalFields*target*"),
        };

        foreach (var (settings, message) in bad)
        {
            (await client.Awaiting(it => it.CreateWebhookSubscriptionAsync(settings!)).Should().ThrowAsync<ArgumentException>(message))
                .WithMessage(message).Which.Message.Should().NotContain("5ecret");
            await client.Awaiting(it => it.UpdateWebhookSubscriptionAsync("sub-1", settings!)).Should().ThrowAsync<ArgumentException>(message);
        }

        foreach (var id in new[] { null, "", " ", ".." })
        {
            await client.Awaiting(it => it.GetWebhookSubscriptionAsync(id!)).Should().ThrowAsync<ArgumentException>();
            await client.Awaiting(it => it.UpdateWebhookSubscriptionAsync(id!, good)).Should().ThrowAsync<ArgumentException>();
            await client.Awaiting(it => it.DeleteWebhookSubscriptionAsync(id!)).Should().ThrowAsync<ArgumentException>();
        }

        _http.GetMatchCount(anything).Should().Be(0);
    }

    private static async Task<List<string>> ListAsync(CoinbaseBusinessClient client)
    {
        var ids = new List<string>();
        await foreach (var subscription in client.ListWebhookSubscriptionsAsync())
        {
            ids.Add(subscription.SubscriptionId);
        }

        return ids;
    }

    private static void OneQuickRetry(CoinbaseBusinessOptions options) =>
        (options.MaxRetries, options.RetryDelay, options.MaxRetryDelay) = (1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));

    private CoinbaseBusinessClient Client(Action<CoinbaseBusinessOptions>? configure = null)
    {
        var options = new CoinbaseBusinessOptions { KeyId = KeyId };
        options.UseSigningKey(_key);
        configure?.Invoke(options);
        return new(_http.ToHttpClient(), options, _clock);
    }
}
