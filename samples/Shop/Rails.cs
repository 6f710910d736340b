using CoinMoebius.Sdk;

namespace Shop;

/// <summary>The rails this shop offers, in the order of its buttons.</summary>
public static class Rails
{
    public static IReadOnlyList<Rail> All { get; } =
    [
        new(PaymentProvider.Stripe, "Stripe"),
        new(PaymentProvider.PayPal, "PayPal"),
        new(PaymentProvider.AuthorizeNet, "Authorize.Net"),
        new(PaymentProvider.NowPayments, "NOWPayments"),
    ];

    public static Rail? Find(string? id) => All.FirstOrDefault(rail => rail.Provider.Value == id);
}

/// <summary>A provider and its name as people write it.</summary>
public sealed record Rail(PaymentProvider Provider, string Name);
