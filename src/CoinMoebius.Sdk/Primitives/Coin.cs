namespace CoinMoebius.Sdk.Primitives;

/// <summary>The properties of a coin that a checkout needs for a buyer's wallet.</summary>
/// <param name="Name">The name of the coin, which is also the id of a provider that only takes this coin.</param>
/// <param name="AmountMember">The member that only responses about this coin have.</param>
/// <param name="LinkScheme">The scheme of its payment links.</param>
/// <param name="LinkAmount">The parameter of a payment link that holds the amount.</param>
/// <param name="Decimals">The decimals of one coin.</param>
/// <param name="MaxUnits">The maximum number of smallest units in a transfer.</param>
internal sealed record Coin(string Name, string AmountMember, string LinkScheme, string LinkAmount, int Decimals, decimal MaxUnits)
{
    /// <summary>Monero. Form of its links: github.com/monero-project/monero/wiki/URI-Formatting.</summary>
    public static Coin Monero { get; } = new("monero", "xmrAmount", "monero:", "tx_amount", 12, ulong.MaxValue);

    public static IReadOnlyList<Coin> All { get; } = [Monero];

    /// <summary>Returns the coin of a link by its scheme; null when unknown.</summary>
    public static Coin? OfLink(string? link) => link is null ? null : All.FirstOrDefault(coin => coin.IsLink(link));

    public bool IsLink(string link) => link.StartsWith(LinkScheme, StringComparison.OrdinalIgnoreCase);
}
