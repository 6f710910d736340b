using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

public sealed class SimulatorPagesTests : SimulatorFixture
{
    private const string Attack = "<script>alert(\"1\")</script>'&";

    [Test]
    public async Task The_payment_page_says_what_is_paid_to_whom_and_that_it_is_simulated()
    {
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);

        var page = await PageAsync($"pay/{transaction.Id}");

        page.Should().Contain("T-shirt").And.Contain("19.99 USD").And.Contain("NOWPayments").And.Contain("<strong>Simulated</strong>")
            .And.Contain("lang=\"en\"").And.Contain("name=\"viewport\"").And.Contain("Pay later").And.Contain("Decline").And.Contain("Cancel")
            .And.Contain("Pay too little", "this provider has a webhook for it");
        (await PageAsync("simulator.css")).Should().Contain(":focus-visible");
    }

    [TestCase("pay", "succeeded")]
    [TestCase("later", "pending")]
    [TestCase("decline", "failed")]
    [TestCase("cancel", "failed")]
    public async Task A_button_takes_its_step_and_leads_back_to_the_shop(string step, string status)
    {
        var transaction = await CheckoutAsync(
            PaymentProvider.Stripe,
            """{"productId":"t-shirt","metadata":{"returnUrl":"http://localhost:5000/done?id={transactionId}","cancelUrl":"https://shop.example/cart"}}""");

        using var response = await PostFormAsync($"pay/{transaction.Id}/{step}");

        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        response.Headers.Location!.AbsoluteUri.Should().Be(
            step == "cancel" ? "https://shop.example/cart" : $"http://localhost:5000/done?id={transaction.Id}");
        (await StatusTextAsync(transaction.Id)).Should().Be(status);
    }

    [Test]
    public async Task Without_a_return_page_the_result_shows_and_the_page_may_be_closed()
    {
        var transaction = await CheckoutAsync(PaymentProvider.Stripe);
        using var response = await PostFormAsync($"pay/{transaction.Id}/pay");

        response.Headers.Location!.OriginalString.Should().Be($"/pay/{transaction.Id}");
        var page = await PageAsync($"pay/{transaction.Id}");
        page.Should().Contain("Paid. Thank you.").And.Contain("You may close this page.").And.NotContain("<button");
    }

    [Test]
    public async Task A_step_that_is_not_possible_says_so()
    {
        var transaction = await CheckoutAsync(PaymentProvider.Stripe);
        await Simulator.PayAsync(transaction.Id);

        using var twice = await PostFormAsync($"pay/{transaction.Id}/pay");
        twice.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await twice.Content.ReadAsStringAsync()).Should().Contain("A transaction that is succeeded cannot be paid.");
        using var refund = await PostFormAsync($"pay/{transaction.Id}/refund");
        refund.StatusCode.Should().Be(HttpStatusCode.NotFound, "buyers cannot refund");
        using var unknown = await PostFormAsync("pay/tx_none/pay");
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Accept_hosted_opens_with_the_token_for_fifteen_minutes()
    {
        using var checkout = await PostAsync("api/checkout/authorizenet/demo", """{"productId":"t-shirt"}""");
        var token = JsonDocument.Parse(await checkout.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!;

        Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        using var open = await PostFormAsync("pay", ("token", token), ("Sec-Fetch-Site", "cross-site"));
        open.StatusCode.Should().Be(HttpStatusCode.OK);
        (await open.Content.ReadAsStringAsync()).Should().Contain("Authorize.Net").And.Contain("19.99 USD");

        Clock.Advance(TimeSpan.FromTicks(1));
        using var late = await PostFormAsync("pay", ("token", token));
        late.StatusCode.Should().Be(HttpStatusCode.Gone);
        using var none = await PostFormAsync("pay");
        none.StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    [Test]
    public async Task The_operator_refunds_disputes_and_sends_again()
    {
        var transaction = await CheckoutAsync(PaymentProvider.NowPayments);
        await Simulator.PayAsync(transaction.Id);
        (await PageAsync("simulator")).Should().Contain(transaction.Id).And.Contain("Webhook 1: succeeded, delivered").And.Contain("<code>200</code>");

        using var refund = await PostFormAsync($"simulator/transactions/{transaction.Id}/refund", ("amount", " 5.00 "));
        refund.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        refund.Headers.Location!.OriginalString.Should().Be("/simulator");
        Simulator.FindTransaction(transaction.Id)!.Refunded.Should().Be(5m);
        using var wrong = await PostFormAsync($"simulator/transactions/{transaction.Id}/refund", ("amount", "five"));
        wrong.StatusCode.Should().Be(HttpStatusCode.Conflict);
        using var dispute = await PostFormAsync($"simulator/transactions/{transaction.Id}/dispute");
        (await StatusTextAsync(transaction.Id)).Should().Be("disputed");

        using var again = await PostFormAsync("simulator/deliveries/1/send");
        again.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        Simulator.Deliveries[0].Attempts.Should().HaveCount(2);
        using var unknown = await PostFormAsync("simulator/deliveries/99/send");
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [TestCase("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [TestCase("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [TestCase("Origin", "null", HttpStatusCode.Forbidden)]
    [TestCase("Origin", "http://localhost", HttpStatusCode.SeeOther)]
    public async Task Forms_of_other_pages_change_nothing(string header, string value, HttpStatusCode expected)
    {
        var transaction = await CheckoutAsync(PaymentProvider.Stripe);

        using var response = await PostFormAsync($"pay/{transaction.Id}/pay", (header, value));

        response.StatusCode.Should().Be(expected);
        Simulator.FindTransaction(transaction.Id)!.Status.Should().Be(
            expected == HttpStatusCode.Forbidden ? PaymentStatus.Pending : PaymentStatus.Succeeded);
    }

    [Test]
    public async Task Names_from_outside_are_encoded_on_every_page()
    {
        var body = """{"productId":"evil","metadata":{"returnUrl":"https://shop.example/?q=%22><script>"}}""";
        var transaction = await CheckoutAsync(PaymentProvider.Stripe, body);
        using var portal = await PostAsync("api/subscriptions/demo/evil-plan/portal-url", "{}");
        await Simulator.PayAsync(transaction.Id);

        foreach (var path in new[] { $"pay/{transaction.Id}", "simulator", "portal/evil-plan" })
        {
            (await PageAsync(path)).Should().NotContain("<script").And.NotContain("q=\"").And.Contain("&lt;script&gt;alert(&quot;1&quot;)");
        }
    }

    [Test]
    public async Task Pages_run_no_script_and_cannot_be_framed()
    {
        var transaction = await CheckoutAsync(PaymentProvider.Stripe);

        using var response = await Http.GetAsync($"pay/{transaction.Id}");

        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    protected override void Configure(CoinMoebiusSimulatorOptions options)
    {
        options.Products.Add(new("evil", Attack, 1m, "USD"));
        options.Subscriptions.Add(new("evil-plan", Attack, 1m, "USD"));
        options.AddRail(new PlainSigner(PaymentProvider.Stripe), ScriptedMerchant.Url);
        options.AddRail(new PlainSigner(PaymentProvider.NowPayments), ScriptedMerchant.Url);
        options.AddRail(PaymentProvider.AuthorizeNet);
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Posts a form; names with a hyphen or a capital are headers.</summary>
    private async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] parts)
    {
        var isField = parts.ToLookup(part => char.IsLower(part.Name[0]));
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(isField[true].Select(part => KeyValuePair.Create(part.Name, part.Value))),
        };
        foreach (var (name, value) in isField[false])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }
}
