using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Checkout;

public sealed class CheckoutRequestTests
{
    private readonly StubApi _api = new StubApi().Answer("""{"url":"https://pay.example/"}""");

    [Test]
    public async Task A_minimal_request_has_a_product_and_nothing_else()
    {
        await _api.Client.CreateCheckoutAsync(new() { Provider = PaymentProvider.Stripe, ProductId = "t-shirt" });

        var call = _api.Calls.Single();
        call.Method.Should().Be(HttpMethod.Post);
        call.Url.Should().Be(new Uri("https://api.coinmoebius.com/api/checkout/stripe/proj_1"));
        call.Authorization.Should().Be("Bearer " + StubApi.Key);
        call.Body.Should().Be("""{"productId":"t-shirt"}""");
    }

    [Test]
    public async Task A_full_request_keeps_the_decimals_of_its_amount()
    {
        await _api.Client.CreateCheckoutAsync(new()
        {
            Provider = PaymentProvider.NowPayments,
            ProductId = "gift",
            CustomerRef = "user_42",
            Reference = "order-7",
            Metadata = { ["order"] = "o-1" },
            Amount = 1234567890.10m,
            Currency = "USD",
            PayCurrency = "btc",
        });

        _api.Calls.Single().Body.Should().Be(
            """{"productId":"gift","metadata":{"order":"o-1","customerRef":"user_42","orderId":"order-7"},"amount":1234567890.10,"currency":"USD","payCurrency":"btc"}""");
    }

    [Test]
    public async Task The_customer_and_the_order_may_stand_in_the_metadata_too()
    {
        await _api.Client.CreateCheckoutAsync(new()
        {
            Provider = PaymentProvider.Stripe,
            ProductId = "p",
            CustomerRef = "u",
            Reference = "o",
            Metadata = { ["customerRef"] = "u", ["orderId"] = "o" },
        });

        _api.Calls.Single().Body.Should().Be("""{"productId":"p","metadata":{"customerRef":"u","orderId":"o"}}""");
    }

    [Test]
    public async Task Two_different_customers_or_orders_are_refused()
    {
        await Refused(new() { Provider = PaymentProvider.Stripe, ProductId = "p", CustomerRef = "u", Metadata = { ["customerRef"] = "v" } });
        await Refused(new() { Provider = PaymentProvider.Stripe, ProductId = "p", Reference = "o", Metadata = { ["orderId"] = "p" } });
    }

    [TestCase("", "p", 1)]
    [TestCase("..", "p", 1)]
    [TestCase("stripe", "", 1)]
    [TestCase("stripe", " ", 1)]
    [TestCase("stripe", "p", 0)]
    [TestCase("stripe", "p", -1)]
    public async Task An_unusable_request_is_refused(string provider, string product, int amount)
    {
        await Refused(new() { Provider = new(provider), ProductId = product, Amount = amount });
    }

    [Test]
    public async Task Path_parameters_are_encoded()
    {
        await _api.Client.CreateCheckoutAsync(new() { Provider = new("a/../b?c#d"), ProductId = "p" });

        _api.Calls.Single().Url.AbsoluteUri.Should().Be("https://api.coinmoebius.com/api/checkout/a%2F..%2Fb%3Fc%23d/proj_1");
    }

    private async Task Refused(CheckoutRequest request)
    {
        await FluentActions.Awaiting(() => _api.Client.CreateCheckoutAsync(request)).Should().ThrowAsync<ArgumentException>();
        _api.Calls.Should().BeEmpty();
    }
}
