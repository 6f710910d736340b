using System.Net;
using System.Text.RegularExpressions;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

public sealed partial class SimulatorApiTests : SimulatorFixture
{
    [Test]
    public async Task A_status_has_the_shape_of_the_api()
    {
        var transaction = await CheckoutAsync(PaymentProvider.Stripe);
        Clock.Advance(TimeSpan.FromSeconds(2));
        await Simulator.PayAsync(transaction.Id);

        using var response = await StatusAsync(transaction.Id);

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await response.Content.ReadAsStringAsync()).Should().Be(
            """{"status":"succeeded","amount":19.99,"currency":"USD","isTest":true,"createdAt":"2026-05-14T01:04:21.345Z","updatedAt":"2026-05-14T01:04:23.345Z"}""");
    }

    [TestCase("stripe", """{"url":"http://localhost/pay/ID"}""")]
    [TestCase("paypal", """{"url":"http://localhost/pay/ID","paymentId":"ID"}""")]
    [TestCase("nowpayments", """{"url":"http://localhost/pay/ID","paymentId":"ID"}""")]
    [TestCase("authorizenet", """{"url":"http://localhost/pay","token":"TEXT","paymentId":"ID"}""")]
    [TestCase("cryptomus", """{"uuid":"TEXT","address":"TEXT","amount":"19.99"}""")]
    [TestCase("manual", """{"txId":"ID","referenceCode":"TEXT","mailingAddress":"TEXT","expectedAmount":19.99,"expectedCurrency":"USD","instructions":"TEXT"}""")]
    public async Task A_checkout_answers_in_the_shape_of_its_provider(string provider, string expected)
    {
        using var response = await PostAsync($"api/checkout/{provider}/demo", """{"productId":"t-shirt"}""");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var answer = (await response.Content.ReadAsStringAsync()).Replace(Simulator.Transactions.Single().Id, "ID", StringComparison.Ordinal);
        VaryingText().Replace(answer, "\"$1\":\"TEXT\"").Should().Be(expected);
    }

    [Test]
    public async Task Monero_answers_an_exact_amount_beside_the_digits_of_JavaScript_and_an_expiry()
    {
        using var response = await PostAsync("api/checkout/monero/demo", """{"productId":"t-shirt"}""");

        var answer = await response.Content.ReadAsStringAsync();
        var address = Regex.Match(answer, "\"address\":\"(7[1-9A-Za-z]{94})\"").Groups[1].Value;
        address.Should().NotBeEmpty();
        answer.Should().Be(
            $$"""{"paymentId":"{{Simulator.Transactions.Single().ProviderPaymentId}}","address":"{{address}}","addressIndex":2,"atomicAmount":"124937500000","xmrAmount":0.12493749999999999,"uri":"monero:{{address}}?tx_amount=0.12493749999999999","expiresAt":1778724261345}""");
    }

    [Test]
    public async Task Public_info_lists_the_rails_in_their_order()
    {
        (await Http.GetStringAsync("api/projects/demo/public-info")).Should().StartWith(
            """{"projectId":"demo","providers":[{"id":"stripe","name":"Stripe"},{"id":"paypal","name":"PayPal"},""");
    }

    [Test]
    public async Task The_portal_url_leads_to_a_page_that_manages_the_subscription()
    {
        using var response = await PostAsync("api/subscriptions/demo/sub_1/portal-url", """{"returnUrl":"https://shop.example/account"}""");
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"url":"http://localhost/portal/sub_1"}""");
        using var bodiless = await Http.PostAsync("api/subscriptions/demo/sub_1/portal-url", null);
        bodiless.StatusCode.Should().Be(HttpStatusCode.OK);

        using var cancel = await Http.PostAsync("portal/sub_1/cancel", null);
        cancel.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await StatusTextAsync("sub_1")).Should().Be("canceled");

        using var resume = await Http.PostAsync("portal/sub_1/resume", null);
        resume.StatusCode.Should().Be(HttpStatusCode.Conflict, "canceled is terminal");
    }

    [TestCase("stripe/other", """{"productId":"t-shirt"}""", 404, "project_not_found")]
    [TestCase("square/demo", """{"productId":"t-shirt"}""", 404, "provider_not_connected")]
    [TestCase("stripe/demo", "{", 400, "invalid_json")]
    [TestCase("stripe/demo", "[]", 400, "invalid_json")]
    [TestCase("stripe/demo", "{}", 400, "product_required")]
    [TestCase("stripe/demo", """{"productId":7}""", 400, "product_required")]
    [TestCase("stripe/demo", """{"productId":"t-shirt","metadata":"x"}""", 400, "invalid_metadata")]
    [TestCase("stripe/demo", """{"productId":"mug"}""", 422, "product_unknown")]
    [TestCase("stripe/demo", """{"productId":"gift"}""", 422, "amount_required")]
    [TestCase("stripe/demo", """{"productId":"gift","amount":"5","currency":"USD"}""", 422, "amount_required")]
    [TestCase("stripe/demo", """{"productId":"gift","amount":0,"currency":"USD"}""", 422, "amount_invalid")]
    [TestCase("stripe/demo", """{"productId":"gift","amount":5.001,"currency":"USD"}""", 422, "amount_invalid")]
    [TestCase("stripe/demo", """{"productId":"gift","amount":5.5,"currency":"JPY"}""", 422, "amount_invalid")]
    [TestCase("stripe/demo", """{"productId":"t-shirt","metadata":{"returnUrl":"javascript:alert(1)"}}""", 422, "invalid_return_url")]
    [TestCase("stripe/demo", """{"productId":"t-shirt","metadata":{"returnUrl":"http://shop.example/"}}""", 422, "invalid_return_url")]
    public async Task A_wrong_checkout_is_refused_and_creates_nothing(string path, string body, int status, string code)
    {
        using var response = await PostAsync("api/checkout/" + path, body);

        ((int)response.StatusCode).Should().Be(status);
        (await response.Content.ReadAsStringAsync()).Should().MatchRegex($$"""^\{"error":"[^"]+","message":".+","code":"{{code}}"\}$""");
        Simulator.Transactions.Should().BeEmpty();
    }

    [Test]
    public async Task A_body_that_is_not_json_by_its_type_or_too_large_is_refused()
    {
        using var form = await Http.PostAsync("api/checkout/stripe/demo", new StringContent("""{"productId":"t-shirt"}"""));
        form.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);

        using var large = await PostAsync("api/checkout/stripe/demo", "{\"productId\":\"" + new string('x', 70_000) + "\"}");
        large.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task The_price_of_the_catalogue_wins_and_a_buyer_priced_product_takes_the_amount()
    {
        var fixedPrice = await CheckoutAsync(PaymentProvider.Stripe, """{"productId":"t-shirt","amount":0.01,"currency":"EUR"}""");
        (fixedPrice.Price, fixedPrice.Currency).Should().Be((19.99m, "USD"));

        var gift = await CheckoutAsync(PaymentProvider.Stripe, """{"productId":"gift","amount":5.50,"currency":"eur"}""");
        (gift.Price, gift.Currency).Should().Be((5.50m, "EUR"));
    }

    [Test]
    public async Task Metadata_is_kept_as_text_with_the_transaction_id_added()
    {
        var transaction = await CheckoutAsync(
            PaymentProvider.Stripe, """{"productId":"t-shirt","metadata":{"customerRef":"user_42","n":7,"o":{"a":1},"transactionId":"forged"}}""");

        transaction.Metadata.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["customerRef"] = "user_42",
            ["n"] = "7",
            ["o"] = """{"a":1}""",
            ["transactionId"] = transaction.Id,
        });
    }

    [TestCase("cmk_test_wrong", HttpStatusCode.Unauthorized)]
    [TestCase("", HttpStatusCode.Unauthorized)]
    [TestCase("cmk_test_simulator", HttpStatusCode.NotFound)]
    [TestCase(null, HttpStatusCode.NotFound)]
    public async Task A_wrong_key_is_refused_and_none_is_anonymous(string? key, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "status/demo/tx_none");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        }

        using var response = await Http.SendAsync(request);

        response.StatusCode.Should().Be(expected);
        response.Headers.WwwAuthenticate.Count.Should().Be(expected == HttpStatusCode.Unauthorized ? 1 : 0);
    }

    [Test]
    public async Task A_status_is_found_by_the_providers_id_too()
    {
        var transaction = await CheckoutAsync(PaymentProvider.Cryptomus);

        (await StatusTextAsync(transaction.ProviderPaymentId)).Should().Be("pending");
    }

    [Test]
    public async Task Pay_by_mail_expires_after_thirty_days()
    {
        var transaction = await CheckoutAsync(PaymentProvider.Manual);
        (await StatusTextAsync(transaction.Id)).Should().Be("pending_manual");

        Clock.Advance(TimeSpan.FromDays(30));

        (await StatusTextAsync(transaction.Id)).Should().Be("manual_expired");
        await Simulator.Invoking(simulator => simulator.PayAsync(transaction.Id)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Test]
    public async Task Only_this_machine_is_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://rebound.example/api/projects/demo/public-info");

        using var response = await Http.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    protected override void Configure(CoinMoebiusSimulatorOptions options)
    {
        options.AddRail(new PlainSigner(PaymentProvider.Stripe), ScriptedMerchant.Url);
        options.AddRail(PaymentProvider.PayPal);
        options.AddRail(PaymentProvider.NowPayments);
        options.AddRail(PaymentProvider.AuthorizeNet);
        options.AddRail(PaymentProvider.Cryptomus);
        options.AddRail(PaymentProvider.Monero);
        options.AddRail(PaymentProvider.Manual);
        options.Subscriptions.Add(new("sub_1", "Club", 9m, "USD"));
    }

    [GeneratedRegex("\"(token|address|uuid|referenceCode|mailingAddress|instructions)\":\"[^\"]+\"")]
    private static partial Regex VaryingText();
}
