namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>Cryptomus's fee for a payment. Source: doc.cryptomus.com/business/payments/list-of-services.</summary>
public sealed record CryptomusCommission : ApiModel
{
    /// <summary>A fixed fee, in the coin.</summary>
    public decimal? FeeAmount { get; init; }

    /// <summary>A fee in percent of the payment.</summary>
    public decimal? Percent { get; init; }
}
