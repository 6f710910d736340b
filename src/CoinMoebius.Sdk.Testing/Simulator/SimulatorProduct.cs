namespace CoinMoebius.Sdk.Testing;

/// <summary>A product of the simulator's catalogue.</summary>
/// <param name="Id">The <c>productId</c> that a checkout names.</param>
/// <param name="Name">The name on the payment page.</param>
/// <param name="Price">The price in major units of <paramref name="Currency"/>; null when the buyer sets the price.</param>
/// <param name="Currency">The ISO 4217 code of the price; null when the buyer chooses it.</param>
public sealed record SimulatorProduct(string Id, string Name, decimal? Price, string? Currency)
{
    /// <summary>Creates a product whose checkout must contain <c>amount</c> and <c>currency</c>.</summary>
    /// <param name="id">The <c>productId</c> that a checkout names.</param>
    /// <param name="name">The name on the payment page.</param>
    public static SimulatorProduct BuyerPriced(string id, string name) => new(id, name, null, null);
}
