namespace CoinMoebius.Sdk.Primitives;

/// <summary>What a checkout has to know of a coin to tell a buyer's wallet what to pay.</summary>
/// <param name="Name">The name of the coin, which is also the id of a rail that takes nothing else.</param>
/// <param name="AmountMember">The member that only answers about this coin have.</param>
/// <param name="LinkScheme">What its payment links begin with.</param>
/// <param name="LinkAmount">The parameter of a payment link that holds the amount.</param>
/// <param name="Decimals">The decimals of one coin.</param>
/// <param name="MaxUnits">The most of the smallest units that a transfer can carry.</param>
internal sealed record Coin(string Name, string AmountMember, string LinkScheme, string LinkAmount, int Decimals, decimal MaxUnits)
{
    /// <summary>Monero. Form of its links: github.com/monero-project/monero/wiki/URI-Formatting.</summary>
    public static Coin Monero { get; } = new("monero", "xmrAmount", "monero:", "tx_amount", 12, ulong.MaxValue);

    public static IReadOnlyList<Coin> All { get; } = [Monero];

    /// <summary>The coin that a link says it is of; null when none.</summary>
    public static Coin? OfLink(string? link) => link is null ? null : All.FirstOrDefault(coin => coin.IsLink(link));

    public bool IsLink(string link) => link.StartsWith(LinkScheme, StringComparison.OrdinalIgnoreCase);
}
