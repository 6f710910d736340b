namespace Shop;

/// <summary>What is for sale. Prices are the shop's own: a webhook that reports another amount does not pay an order.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Product> Products { get; } =
    [
        new("t-shirt", "T-shirt", "Heavy organic cotton. The print goes round until it meets itself.", 19.99m, "USD", "dusk") { Pesos = 26_990m },
        new("mug", "Mug", "Holds 350 ml on the inside, which is also the outside.", 14.00m, "USD", "lagoon") { Pesos = 18_900m },
        new("poster", "Poster", "50 × 70 cm, printed on the only side it has.", 24.50m, "USD", "sand") { Pesos = 33_000m },
    ];

    public static Product? Find(string? id) => Products.FirstOrDefault(product => product.Id == id);
}

/// <summary>One product and its price in major units.</summary>
public sealed record Product(string Id, string Name, string Description, decimal Price, string Currency, string Tint)
{
    /// <summary>The price for buyers who pay in Argentine pesos: a price of its own, not a rate of the day.</summary>
    public decimal Pesos { get; init; }

    public decimal PriceIn(string currency) => currency switch
    {
        "ARS" when Pesos > 0 => Pesos,
        _ when currency == Currency => Price,
        _ => throw new ArgumentException($"There is no price in {currency}.", nameof(currency)),
    };
}
