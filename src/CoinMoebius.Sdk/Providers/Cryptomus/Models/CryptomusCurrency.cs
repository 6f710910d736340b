namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>A coin, on one network or on all of them. Source: doc.cryptomus.com/business/payments/creating-invoice.</summary>
public sealed record CryptomusCurrency : ApiModel
{
    /// <summary>The coin, for example <c>USDT</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>The network, for example <c>tron</c>; null for all.</summary>
    public string? Network { get; init; }
}
