using System.Net;
using System.Text;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Shop.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests;

public sealed class ForgeryTests : ShopTest
{
    private static readonly (string Rail, IWebhookSigner Signer)[] Forgers =
    [
        ("Stripe", new StripeWebhookSigner("whsec_of_somebody_else_entirely")),
        ("PayPal", new PayPalWebhookSigner("WEBHOOK-OF-SOMEBODY-ELSE")),
        ("Square", new SquareWebhookSigner("a-signature-key-of-somebody-else", "https://shop.example/webhooks/square")),
        ("Authorize.Net", new AuthorizeNetWebhookSigner("0123456789ABCDEF0123456789ABCDEF")),
        ("NOWPayments", new NowPaymentsWebhookSigner("a-secret-of-somebody-else")),
        ("Dodo Payments", new DodoPaymentsWebhookSigner("whsec_0123456789ABCDEF0123456789ABCDEF")),
        ("Coinbase Business", new CoinbaseBusinessWebhookSigner("a-secret-of-somebody-else")),
        ("Cryptomus", new CryptomusWebhookSigner("a-secret-of-somebody-else")),
        ("MakePay", new MakePayWebhookSigner("a-secret-of-somebody-else")),
        ("Monero", new MoneroWebhookSigner("a-secret-of-somebody-else")),
        ("Inqud", new InqudWebhookSigner("a-secret-of-somebody-else")),
        ("Coinflow", new CoinflowWebhookSigner("a-secret-of-somebody-else")),
        ("Mobbex", new MobbexWebhookSigner("a-secret-of-somebody-else")),
    ];

    private static IEnumerable<string> Rails => Usual(Forgers.Select(forger => forger.Rail));

    [Test]
    public async Task A_forged_webhook_is_refused_and_changes_nothing([ValueSource(nameof(Rails))] string rail)
    {
        var signer = Forgers.Single(forger => forger.Rail == rail).Signer;
        var orders = await OpenOrdersAsync();
        await ChooseAsync(rail);
        await Expect(Status(orders)).ToHaveTextAsync("new");
        var body = signer.CreateBody(new TestPayment
        {
            PaymentId = signer.CreatePaymentId(1),
            Reference = (await Page.Locator("main code").InnerTextAsync()).Trim(),
            Metadata = new Dictionary<string, string> { ["orderId"] = await orders.Locator("tbody tr").GetAttributeAsync("id") ?? "" },
        });
        var forged = signer.Sign(body);

        using var http = new HttpClient();
        using var answer = await http.SendAsync(forged.ToHttpRequest(new Uri(Shop, $"/webhooks/{signer.Provider}")));
        using var unsigned = await http.PostAsync(
            new Uri(Shop, $"/webhooks/{signer.Provider}"), new StringContent(Encoding.UTF8.GetString(body), Encoding.UTF8, "application/json"));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        unsigned.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await PressAsync(Page, "Decline");
        await Expect(Status(orders)).ToHaveTextAsync("failed");
        await Expect(orders.Locator("tbody .history li")).ToHaveCountAsync(1);
    }
}
