using CoinMoebius.Sdk;

namespace Shop;

/// <summary>The rails this shop offers, in the order of its buttons.</summary>
public sealed class Rails(IEnumerable<IRail> rails)
{
    public IReadOnlyList<IRail> All { get; } = [.. rails];

    public IRail? Find(string? id) => All.FirstOrDefault(rail => rail.Provider.Value == id);
}

/// <summary>Offers the providers of the project at Coin Moebius.</summary>
public static class CloudRails
{
    public static void AddCloudRails(this IServiceCollection services)
    {
        Add(PaymentProvider.Stripe, "Stripe");
        Add(PaymentProvider.PayPal, "PayPal");
        Add(PaymentProvider.AuthorizeNet, "Authorize.Net");
        Add(PaymentProvider.NowPayments, "NOWPayments");

        void Add(PaymentProvider provider, string name) =>
            services.AddSingleton<IRail>(services => new CloudRail(services.GetRequiredService<ICoinMoebiusClient>(), provider, name));
    }
}
