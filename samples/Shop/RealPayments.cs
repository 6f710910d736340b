using CoinMoebius.Sdk;

namespace Shop;

/// <summary>The real Cloud API and the webhooks of the rails that are configured.</summary>
public static class RealPayments
{
    public static void AddRealPayments(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddCoinMoebius(configuration.GetSection("CoinMoebius"));
        builder.Services.AddCloudRails();
        var webhooks = builder.Services.AddCoinMoebiusWebhooks();
        AddIfPresent("Stripe", section => webhooks.AddStripe(section));
        AddIfPresent("PayPal", section => webhooks.AddPayPal(section));
        AddIfPresent("AuthorizeNet", section => webhooks.AddAuthorizeNet(section));
        AddIfPresent("NowPayments", section => webhooks.AddNowPayments(section));

        // The gateways that this shop calls itself: each with its API's section, and the secrets of its webhooks below "Webhooks".
        AddIfPresent("Inqud", section =>
        {
            builder.Services.AddInqud(section);
            builder.Services.AddSingleton<IRail, InqudRail>();
            webhooks.AddInqud(section.GetSection("Webhooks"));
        });
        AddIfPresent("Coinflow", section =>
        {
            builder.Services.AddCoinflow(section);
            builder.Services.AddSingleton<IRail, CoinflowRail>();
            webhooks.AddCoinflow(section.GetSection("Webhooks"));
        });
        AddIfPresent("Mobbex", section =>
        {
            builder.Services.AddMobbex(section);
            builder.Services.AddSingleton<IRail, MobbexRail>();
            webhooks.AddMobbex(section.GetSection("Webhooks"));
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
