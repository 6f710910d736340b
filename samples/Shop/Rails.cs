using CoinMoebius.Sdk;

namespace Shop;

/// <summary>The rails this shop offers, in the order in which it lists them.</summary>
public sealed class Rails(IEnumerable<IRail> rails)
{
    public IReadOnlyList<IRail> All { get; } = [.. rails.OrderBy(rail => rail.Kind)];

    public IRail? Find(string? id) => All.FirstOrDefault(rail => rail.Provider.Value == id);
}

/// <summary>A provider of the project at Coin Moebius, and the coin that this shop asks for where the provider lets one choose.</summary>
public sealed record CloudOffer(PaymentProvider Provider, string Name, RailKind Kind, string? Coin = null);

/// <summary>Offers the providers of the project at Coin Moebius. One more is one more line.</summary>
public static class CloudRails
{
    private static readonly CloudOffer[] Offers =
    [
        new(PaymentProvider.Stripe, "Stripe", RailKind.Cards),
        new(PaymentProvider.PayPal, "PayPal", RailKind.Cards),
        new(PaymentProvider.Square, "Square", RailKind.Cards),
        new(PaymentProvider.AuthorizeNet, "Authorize.Net", RailKind.Cards),
        new(PaymentProvider.DodoPayments, "Dodo Payments", RailKind.Cards),
        new(PaymentProvider.NowPayments, "NOWPayments", RailKind.Coins),
        new(PaymentProvider.CoinbaseBusiness, "Coinbase Business", RailKind.Coins),
        new(PaymentProvider.Cryptomus, "Cryptomus", RailKind.Coins, "USDT"),
        new(PaymentProvider.MakePay, "MakePay", RailKind.Coins),
        new(PaymentProvider.Monero, "Monero", RailKind.Coins),
    ];

    /// <summary>Offers those whose webhooks this shop can verify.</summary>
    public static void AddCloudRails(this IServiceCollection services, Func<PaymentProvider, bool> isConnected)
    {
        foreach (var offer in Offers.Where(offer => isConnected(offer.Provider)))
        {
            services.AddSingleton<IRail>(services => new CloudRail(
                services.GetRequiredService<ICoinMoebiusClient>(), offer, services.GetService<SimulatedWallet>()));
        }
    }
}
