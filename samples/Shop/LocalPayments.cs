using System.Security.Cryptography;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;

namespace Shop;

/// <summary>
/// The Cloud API and four providers, simulated inside this process: real HTTP on loopback, really signed webhooks, no money. The
/// signing secrets are made anew at every start.
/// </summary>
public sealed class LocalPayments : IAsyncDisposable
{
    private const string ApiKey = "cmk_test_shop";
    private const string PayPalWebhookId = "SHOP-SIMULATED-WEBHOOK";

    private readonly CoinMoebiusSimulator _simulator;
    private readonly IReadOnlyList<SimulatorRail> _rails;

    private LocalPayments(CoinMoebiusSimulator simulator, IReadOnlyList<SimulatorRail> rails)
    {
        _simulator = simulator;
        _rails = rails;
    }

    /// <summary>The page on which payments are refunded and disputed.</summary>
    public Uri Desk => new(_simulator.BaseAddress, "/simulator");

    /// <summary>Starts the simulator and points the client and the verifiers at it.</summary>
    public static async Task<LocalPayments> AddAsync(WebApplicationBuilder builder)
    {
        IReadOnlyList<SimulatorRail> rails = [];
        var (stripe, authorizeNet, nowPayments) = (NewSecret("whsec_"), NewSecret(""), NewSecret(""));
        var simulator = await CoinMoebiusSimulator.StartAsync(options =>
        {
            options.ApiKey = ApiKey;
            options.PayLaterDelay = builder.Configuration.GetValue("PayLaterDelay", options.PayLaterDelay);
            foreach (var product in Catalogue.Products)
            {
                options.Products.Add(new SimulatorProduct(product.Id, product.Name, product.Price, product.Currency));
            }

            rails =
            [
                options.AddRail(new StripeWebhookSigner(stripe)),
                options.AddRail(new PayPalWebhookSigner(PayPalWebhookId)),
                options.AddRail(new AuthorizeNetWebhookSigner(authorizeNet)),
                options.AddRail(new NowPaymentsWebhookSigner(nowPayments)),
            ];
        });

        builder.Services.AddCoinMoebius(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            options.ProjectId = simulator.ProjectId;
            options.ApiKey = ApiKey;
        });
        builder.Services.AddCoinMoebiusWebhooks()
            .AddStripe(options => options.Secrets.Add(stripe))
            .AddPayPal(options =>
            {
                options.WebhookId = PayPalWebhookId;
                options.Environment = PayPalEnvironment.Sandbox;
                PayPalTestCertificate.Shared.Trust(options);
            })
            .AddAuthorizeNet(options => options.Secrets.Add(authorizeNet))
            .AddNowPayments(options => options.Secrets.Add(nowPayments));
        return new(simulator, rails);
    }

    /// <summary>Tells the simulator where this shop listens, as a merchant tells each provider's dashboard.</summary>
    public void SendWebhooksTo(Uri shop)
    {
        foreach (var rail in _rails)
        {
            rail.WebhookUrl = new Uri(shop, $"/webhooks/{rail.Provider}");
        }
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static string NewSecret(string prefix) => prefix + RandomNumberGenerator.GetHexString(40);
}
