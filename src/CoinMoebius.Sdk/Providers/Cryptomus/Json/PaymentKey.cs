namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>Identifies a payment by one of two ids: with both, Cryptomus uses the order id.</summary>
internal sealed record PaymentKey
{
    public string? Uuid { get; init; }

    public string? OrderId { get; init; }
}
