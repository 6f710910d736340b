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
