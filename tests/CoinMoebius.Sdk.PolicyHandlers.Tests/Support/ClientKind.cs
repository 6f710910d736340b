using System.Security.Cryptography;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness;
using CoinMoebius.Sdk.Providers.Cryptomus;
using CoinMoebius.Sdk.Providers.DodoPayments;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Providers.Stripe;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests.Support;

/// <summary>A client of the SDK, and one call of each sort.</summary>
public sealed class ClientKind
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private ClientKind(string name) => Name = name;

    public string Name { get; }

    /// <summary>The headers that carry credentials or sign.</summary>
    public required string[] Credentials { get; init; }

    /// <summary>Those of which no two sends may have the same value.</summary>
    public string[] Fresh { get; init; } = [];

    public required Func<IServiceCollection, Action<ApiClientOptions>, IHttpClientBuilder> Add { get; init; }

    public required Func<HttpClient, Action<ApiClientOptions>, object> Over { get; init; }

    public required Func<IServiceProvider, object> Find { get; init; }

    /// <summary>A call that acts, so that it may not be repeated; null where the client has none.</summary>
    public Func<object, Task>? Act { get; init; }

    /// <summary>A call that may be repeated; null where the client has none.</summary>
    public Func<object, Task>? Read { get; init; }

    public static IReadOnlyList<ClientKind> All { get; } =
    [
        Of<ICoinMoebiusClient, CoinMoebiusOptions>(
            "Cloud", ["Authorization"], CoinMoebiusServiceCollectionExtensions.AddCoinMoebius, (http, options) => new CoinMoebiusClient(http, options),
            options => (options.ApiKey, options.ProjectId) = ("cmk_1", "p"),
            client => client.CreateCheckoutAsync(new() { Provider = PaymentProvider.Stripe, ProductId = "p" }), client => client.GetStatusAsync("t")),
        Of<ICoinflowClient, CoinflowOptions>(
            "Coinflow", ["Authorization"], CoinflowServiceCollectionExtensions.AddCoinflowClient, (http, options) => new CoinflowClient(http, options),
            options => (options.ApiKey, options.MerchantId) = ("k", "m"),
            client => client.RefundPaymentAsync("p", new() { RefundReason = CoinflowRefundReasons.Other }), client => client.GetPaymentAsync("p")),
        Of<ICoinflowClient, CoinflowOptions>(
            "Coinflow in a session", ["x-coinflow-auth-session-key"], CoinflowServiceCollectionExtensions.AddCoinflowClient, (http, options) => new CoinflowClient(http, options),
            options => (options.ApiKey, options.MerchantId) = ("k", "m"),
            client => client.PayBySavedCardAsync(new("s"), new() { Subtotal = CoinflowMoney.FromAmount(20m), Token = "t" }), client => client.ListPayerPaymentsAsync(new("s"))),
        Of<IMobbexClient, MobbexOptions>(
            "Mobbex", ["x-api-key", "x-access-token"], MobbexServiceCollectionExtensions.AddMobbexClient, (http, options) => new MobbexClient(http, options),
            options => (options.ApiKey, options.AccessToken) = ("k", "t"),
            client => client.RefundAsync("o", new() { Total = 5m }), client => client.GetOperationAsync("o")),
        Of<IMobbexClient, MobbexOptions>(
            "Mobbex acting with GET", ["x-api-key", "x-access-token"], MobbexServiceCollectionExtensions.AddMobbexClient, (http, options) => new MobbexClient(http, options),
            options => (options.ApiKey, options.AccessToken) = ("k", "t"),
            client => client.ReleaseAsync("o"), null),
        Of<IMobbexClient, MobbexOptions>(
            "Mobbex Connect", ["x-api-key"], MobbexServiceCollectionExtensions.AddMobbexClient, (http, options) => new MobbexClient(http, options),
            options => (options.ApiKey, options.ConnectOnly) = ("k", true),
            null, client => client.GetConnectionCredentialsAsync("c")),
        Of<IInqudClient, InqudOptions>(
            "Inqud", ["X-Token-API-Id", "X-Salt", "X-HMAC-SHA256-Signature"], InqudServiceCollectionExtensions.AddInqudClient, (http, options) => new InqudClient(http, options),
            options => (options.TokenId, options.TokenSecret, options.ProjectId) = ("TKN-1", "s", "CAP-1"),
            client => client.CreateRequestAsync(new() { CryptoCurrency = InqudCoin.TronUsdt }), client => client.GetRequestAsync("CAPD-1"),
            "X-Salt", "X-HMAC-SHA256-Signature"),
        Of<INowPaymentsClient, NowPaymentsOptions>(
            "NOWPayments", ["x-api-key"], NowPaymentsServiceCollectionExtensions.AddNowPaymentsClient, (http, options) => new NowPaymentsClient(http, options),
            options => options.ApiKey = "k",
            client => client.CreateInvoiceAsync(new() { PriceAmount = 5m, PriceCurrency = "usd" }), client => client.GetPaymentAsync("5")),
        Of<ICryptomusClient, CryptomusOptions>(
            "Cryptomus", ["merchant", "sign"], CryptomusServiceCollectionExtensions.AddCryptomusClient, (http, options) => new CryptomusClient(http, options),
            options => (options.MerchantId, options.PaymentApiKey) = ("m", "k"),
            client => client.CreatePaymentAsync(new() { Amount = 5m, Currency = "USD", OrderId = "o" }), client => client.GetServicesAsync()),
        Of<ICoinbaseBusinessClient, CoinbaseBusinessOptions>(
            "Coinbase", ["Authorization"], CoinbaseBusinessServiceCollectionExtensions.AddCoinbaseBusinessClient, (http, options) => new CoinbaseBusinessClient(http, options),
            options =>
            {
                options.KeyId = "k";
                options.UseSigningKey(Key);
            },
            client => client.CreateWebhookSubscriptionAsync(new() { Url = new("https://shop.example/hook") }), client => client.GetWebhookSubscriptionAsync("s"),
            "Authorization"),
        Of<IDodoPaymentsClient, DodoPaymentsOptions>(
            "Dodo Payments", ["Authorization"], DodoPaymentsServiceCollectionExtensions.AddDodoPaymentsClient, (http, options) => new DodoPaymentsClient(http, options),
            options => options.ApiKey = "k",
            client => client.CreateCheckoutAsync(DodoPaymentsCheckoutRequest.Subscription("pdt_1")), null),
        Of<IStripePortalClient, StripePortalOptions>(
            "Stripe", ["Authorization"], StripeServiceCollectionExtensions.AddStripePortalClient, (http, options) => new StripePortalClient(http, options),
            options => options.ApiKey = "sk_test_1",
            null, client => client.CreatePortalSessionAsync(new() { Customer = "cus_1" })),
        Of<IPayPalTokenClient, PayPalTokenOptions>(
            "PayPal", ["Authorization"], PayPalServiceCollectionExtensions.AddPayPalTokenClient, (http, options) => new PayPalTokenClient(http, options),
            options => (options.ClientId, options.ClientSecret) = ("c", "s"),
            null, client => client.GetAccessTokenAsync()),
    ];

    public override string ToString() => Name;

    private static ClientKind Of<TClient, TOptions>(
        string name,
        string[] credentials,
        Func<IServiceCollection, Action<TOptions>, IHttpClientBuilder> add,
        Func<HttpClient, TOptions, TClient> over,
        Action<TOptions> set,
        Func<TClient, Task>? act,
        Func<TClient, Task>? read,
        params string[] fresh)
        where TClient : class
        where TOptions : ApiClientOptions, new() => new(name)
        {
            Credentials = credentials,
            Fresh = fresh,
            Add = (services, configure) => add(services, options =>
            {
                set(options);
                configure(options);
            }),
            Over = (http, configure) =>
            {
                var options = new TOptions();
                set(options);
                configure(options);
                return over(http, options);
            },
            Find = provider => provider.GetRequiredService<TClient>(),
            Act = act is null ? null : client => act((TClient)client),
            Read = read is null ? null : client => read((TClient)client),
        };
}
