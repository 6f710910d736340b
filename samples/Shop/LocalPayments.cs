using System.Security.Cryptography;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;

namespace Shop;

/// <summary>
/// The Cloud API with four providers and the gateways, simulated inside this process: real HTTP on loopback, really signed webhooks, no
/// money. The signing secrets are made anew at every start.
/// </summary>
public sealed class LocalPayments : IAsyncDisposable
{
    private const string ApiKey = "cmk_test_shop";
    private const string PayPalWebhookId = "SHOP-SIMULATED-WEBHOOK";

    private const string InqudTokenId = "TKN-00000000-0000-4000-8000-000000000001";
    private const string InqudProjectId = "CAP-00000000-0000-4000-8000-000000000002";
    private const string CoinflowMerchantId = "loop-and-thread";

    private readonly List<Desk> _desks = [];
    private readonly List<PaymentSimulator> _simulators = [];
    private readonly List<SimulatorRail> _rails = [];

    /// <summary>The pages on which payments are refunded and disputed.</summary>
    public IReadOnlyList<Desk> Desks => _desks;

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
        var (stripe, authorizeNet, nowPayments) = (NewSecret("whsec_"), NewSecret(""), NewSecret(""));
        var simulator = await CoinMoebiusSimulator.StartAsync(options =>
        {
            options.ApiKey = ApiKey;
            Configure(options, builder);
            foreach (var product in Catalogue.Products)
            {
                options.Products.Add(new SimulatorProduct(product.Id, product.Name, product.Price, product.Currency));
            }

            _rails.Add(options.AddRail(new StripeWebhookSigner(stripe)));
            _rails.Add(options.AddRail(new PayPalWebhookSigner(PayPalWebhookId)));
            _rails.Add(options.AddRail(new AuthorizeNetWebhookSigner(authorizeNet)));
            _rails.Add(options.AddRail(new NowPaymentsWebhookSigner(nowPayments)));
        });
        Keep("Coin Moebius", simulator);

        builder.Services.AddCoinMoebius(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            options.ProjectId = simulator.ProjectId;
            options.ApiKey = ApiKey;
        });
        builder.Services.AddCloudRails();
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
        builder.Services.AddInqud(options =>
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
        builder.Services.AddCoinflow(options =>
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
        builder.Services.AddMobbex(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            (options.ApiKey, options.AccessToken) = (apiKey, accessToken);
        });
        builder.Services.AddSingleton<IRail, MobbexRail>();
        builder.Services.AddCoinMoebiusWebhooks().AddMobbex(options => options.Secrets.Add(webhookSecret));
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
