using CoinMoebius.Sdk;

namespace Shop;

/// <summary>The real Cloud API and the webhooks of the rails that are configured.</summary>
public static class RealPayments
{
    public static void AddRealPayments(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddCoinMoebius(configuration.GetSection("CoinMoebius"));
        var webhooks = builder.Services.AddCoinMoebiusWebhooks();

        // The providers of the project: each with the section of its webhooks. One more is one more line.
        var connected = new HashSet<PaymentProvider>();
        Connect(PaymentProvider.Stripe, "Stripe", section => webhooks.AddStripe(section));
        Connect(PaymentProvider.PayPal, "PayPal", section => webhooks.AddPayPal(section));
        Connect(PaymentProvider.Square, "Square", section => webhooks.AddSquare(section));
        Connect(PaymentProvider.AuthorizeNet, "AuthorizeNet", section => webhooks.AddAuthorizeNet(section));
        Connect(PaymentProvider.NowPayments, "NowPayments", section => webhooks.AddNowPayments(section));
        Connect(PaymentProvider.DodoPayments, "DodoPayments", section => webhooks.AddDodoPayments(section));
        Connect(PaymentProvider.CoinbaseBusiness, "CoinbaseBusiness", section => webhooks.AddCoinbaseBusiness(section));
        Connect(PaymentProvider.Cryptomus, "Cryptomus", section => webhooks.AddCryptomus(section));
        Connect(PaymentProvider.MakePay, "MakePay", section => webhooks.AddMakePay(section));
        Connect(PaymentProvider.Monero, "Monero", section => webhooks.AddMonero(section));
        builder.Services.AddCloudRails(connected.Contains);

        // The gateways that this shop calls itself: each with its API's section, and the secrets of its webhooks below "Webhooks".
        AddIfPresent("Inqud", section =>
        {
            builder.Services.AddInqudClient(section);
            builder.Services.AddSingleton<IRail, InqudRail>();
            webhooks.AddInqud(section.GetSection("Webhooks"));
        });
        AddIfPresent("Coinflow", section =>
        {
            builder.Services.AddCoinflowClient(section);
            builder.Services.AddSingleton<IRail, CoinflowRail>();
            webhooks.AddCoinflow(section.GetSection("Webhooks"));
        });
        AddIfPresent("Mobbex", section =>
        {
            builder.Services.AddMobbexClient(section);
            builder.Services.AddSingleton<IRail, MobbexRail>();
            webhooks.AddMobbex(section.GetSection("Webhooks"));
        });

        void Connect(PaymentProvider provider, string name, Action<IConfigurationSection> add) => AddIfPresent(name, section =>
        {
            connected.Add(provider);
            add(section);
        });

        void AddIfPresent(string name, Action<IConfigurationSection> add)
        {
            var section = configuration.GetSection(name);
            if (section.Exists())
            {
                add(section);
            }
        }
    }
}
