namespace CoinMoebius.Sdk.Inqud;

/// <summary>A price. Source: docs.inqud.com/crypto-widget/explore/checkouts.</summary>
public sealed record InqudAmount : ApiModel
{
    /// <summary>The number, in major units of <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>A fiat currency such as <c>USD</c>, or a coin's symbol; not a chain's coin such as <c>TRON_USDT</c>.</summary>
    public string? Currency { get; init; }
}
