using System.Security.Cryptography;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;

namespace Shop;

/// <summary>
/// The Cloud API with its providers and the gateways, simulated inside this process: real HTTP on loopback, really signed webhooks, no
/// money. The signing secrets are made anew at every start.
/// </summary>
public sealed class LocalPayments : IAsyncDisposable
{
    private const string ApiKey = "cmk_test_shop";

    // Square signs the URL that its dashboard has, which is not the one at which the shop sees the request.
    private const string SquareNotificationUrl = "https://shop.example/webhooks/square";
    private const string PayPalWebhookId = "SHOP-SIMULATED-WEBHOOK";

    private const string InqudTokenId = "TKN-00000000-0000-4000-8000-000000000001";
    private const string InqudProjectId = "CAP-00000000-0000-4000-8000-000000000002";
    private const string CoinflowMerchantId = "loop-and-thread";

    private readonly List<Desk> _desks = [];
    private readonly List<PaymentSimulator> _simulators = [];
    private readonly List<SimulatorRail> _rails = [];

    /// <summary>The pages on which payments are refunded and disputed.</summary>
    public IReadOnlyList<Desk> Desks => _desks;

    // The simulator's payments are of test mode. A real shop leaves this out.
    private static void TakeTests(WebhookOptions options) => options.AcceptTest = true;

    /// <summary>Starts the simulators and points the clients and the verifiers at them.</summary>
    public static async Task<LocalPayments> AddAsync(WebApplicationBuilder builder)
    {
        var local = new LocalPayments();
        try
        {
            await local.AddCloudAsync(builder);
            await local.AddInqudAsync(builder);
            await local.AddCoinflowAsync(builder);
            await local.AddMobbexAsync(builder);
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells the simulators where this shop listens, as a merchant tells each provider's dashboard.</summary>
    public void SendWebhooksTo(Uri shop)
    {
        foreach (var rail in _rails)
        {
            rail.WebhookUrl = new Uri(shop, $"/webhooks/{rail.Provider}");
        }

        foreach (var gateway in _simulators.OfType<GatewaySimulator>())
        {
            gateway.WebhookUrl = new Uri(shop, $"/webhooks/{gateway.Provider}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var simulator in _simulators)
        {
            await simulator.DisposeAsync();
        }
    }

    private async Task AddCloudAsync(WebApplicationBuilder builder)
    {
        var webhooks = builder.Services.AddCoinMoebiusWebhooks();
        var simulator = await CoinMoebiusSimulator.StartAsync(options =>
        {
            options.ApiKey = ApiKey;
            Configure(options, builder);
            foreach (var product in Catalogue.Products)
            {
                options.Products.Add(new SimulatorProduct(product.Id, product.Name, product.Price, product.Currency));
            }

            // One provider, one line: what signs its webhooks, and what verifies them.
            void Connect(string secret, Func<string, IWebhookSigner> signer, Action<IWebhooksBuilder, string> verifier)
            {
                _rails.Add(options.AddRail(signer(secret)));
                verifier(webhooks, secret);
            }

            Connect(NewSecret("whsec_"), secret => new StripeWebhookSigner(secret), (to, secret) => to.AddStripe(o =>
            {
                TakeTests(o);
                o.Secrets.Add(secret);
            }));
            Connect(PayPalWebhookId, id => new PayPalWebhookSigner(id), (to, id) => to.AddPayPal(o =>
            {
                TakeTests(o);
                (o.WebhookId, o.Environment) = (id, PayPalEnvironment.Sandbox);
                PayPalTestCertificate.Shared.Trust(o);
            }));
            Connect(NewSecret(""), key => new SquareWebhookSigner(key, SquareNotificationUrl), (to, key) => to.AddSquare(o =>
            {
                o.Secrets.Add(key);
                o.NotificationUrl = SquareNotificationUrl;
            }));
            Connect(NewSecret(""), secret => new AuthorizeNetWebhookSigner(secret), (to, secret) => to.AddAuthorizeNet(o => o.Secrets.Add(secret)));
            Connect(NewSecret(""), secret => new NowPaymentsWebhookSigner(secret), (to, secret) => to.AddNowPayments(o => o.Secrets.Add(secret)));
            Connect(NewSecret("whsec_"), secret => new DodoPaymentsWebhookSigner(secret), (to, secret) => to.AddDodoPayments(o => o.Secrets.Add(secret)));
            Connect(NewSecret(""), secret => new CoinbaseBusinessWebhookSigner(secret), (to, secret) => to.AddCoinbaseBusiness(o => o.Secrets.Add(secret)));
            Connect(NewSecret(""), secret => new CryptomusWebhookSigner(secret), (to, secret) => to.AddCryptomus(o => o.Secrets.Add(secret)));
            Connect(NewSecret(""), secret => new MakePayWebhookSigner(secret), (to, secret) => to.AddMakePay(o => o.Secrets.Add(secret)));
            Connect(NewSecret(""), secret => new MoneroWebhookSigner(secret), (to, secret) => to.AddMonero(o => o.Secrets.Add(secret)));
        });
        Keep("Coin Moebius", simulator);

        builder.Services.AddCoinMoebius(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            options.ProjectId = simulator.ProjectId;
            options.ApiKey = ApiKey;
        });
        builder.Services.AddSingleton(new SimulatedWallet(simulator.BaseAddress));
        builder.Services.AddCloudRails(_rails.Select(rail => rail.Provider).Contains);
    }

    private async Task AddInqudAsync(WebApplicationBuilder builder)
    {
        var (tokenSecret, webhookSecret) = (NewSecret(""), NewSecret(""));
        var simulator = await InqudSimulator.StartAsync(options =>
        {
            (options.TokenId, options.TokenSecret, options.ProjectId) = (InqudTokenId, tokenSecret, InqudProjectId);
            options.WebhookSecret = webhookSecret;
            Configure(options, builder);
        });
        Keep("Inqud", simulator);
        builder.Services.AddInqudClient(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            (options.TokenId, options.TokenSecret, options.ProjectId) = (InqudTokenId, tokenSecret, InqudProjectId);
        });
        builder.Services.AddSingleton<IRail, InqudRail>();
        builder.Services.AddCoinMoebiusWebhooks().AddInqud(options => options.Secrets.Add(webhookSecret));
    }

    private async Task AddCoinflowAsync(WebApplicationBuilder builder)
    {
        var (apiKey, validationKey) = (NewSecret(""), NewSecret(""));
        var simulator = await CoinflowSimulator.StartAsync(options =>
        {
            (options.ApiKey, options.MerchantId) = (apiKey, CoinflowMerchantId);
            options.WebhookValidationKey = validationKey;
            Configure(options, builder);
        });
        Keep("Coinflow", simulator);
        builder.Services.AddCoinflowClient(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            (options.ApiKey, options.MerchantId) = (apiKey, CoinflowMerchantId);
        });
        builder.Services.AddSingleton<IRail, CoinflowRail>();
        builder.Services.AddCoinMoebiusWebhooks().AddCoinflow(options => options.Secrets.Add(validationKey));
    }

    private async Task AddMobbexAsync(WebApplicationBuilder builder)
    {
        var (apiKey, accessToken, webhookSecret) = (NewSecret(""), NewSecret(""), NewSecret(""));
        var simulator = await MobbexSimulator.StartAsync(options =>
        {
            (options.ApiKey, options.AccessToken) = (apiKey, accessToken);
            Configure(options, builder);
        });
        Keep("Mobbex", simulator);
        builder.Services.AddMobbexClient(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            (options.ApiKey, options.AccessToken) = (apiKey, accessToken);
        });
        builder.Services.AddSingleton<IRail, MobbexRail>();
        builder.Services.AddCoinMoebiusWebhooks().AddMobbex(options =>
        {
            TakeTests(options);
            options.Secrets.Add(webhookSecret);
        });
    }

    private void Keep(string name, PaymentSimulator simulator)
    {
        _simulators.Add(simulator);
        _desks.Add(new(name, simulator.OperatorPage));
    }

    private static void Configure(SimulatorOptions options, WebApplicationBuilder builder) =>
        options.PayLaterDelay = builder.Configuration.GetValue("PayLaterDelay", options.PayLaterDelay);

    private static string NewSecret(string prefix) => prefix + RandomNumberGenerator.GetHexString(40);
}

/// <summary>The page of a simulator, where a person refunds and disputes.</summary>
public sealed record Desk(string Name, Uri Url);
