namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>The minimum and maximum of a payment in a coin. Source: doc.cryptomus.com/business/payments/list-of-services.</summary>
public sealed record CryptomusLimit : ApiModel
{
    /// <summary>The minimum, in the coin.</summary>
    public decimal? MinAmount { get; init; }

    /// <summary>The maximum, in the coin.</summary>
    public decimal? MaxAmount { get; init; }
}
