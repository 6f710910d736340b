namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>The least and the most that can be paid in a coin. Source: doc.cryptomus.com/business/payments/list-of-services.</summary>
public sealed record CryptomusLimit : ApiModel
{
    /// <summary>The least, in the coin.</summary>
    public decimal? MinAmount { get; init; }

    /// <summary>The most, in the coin.</summary>
    public decimal? MaxAmount { get; init; }
}
