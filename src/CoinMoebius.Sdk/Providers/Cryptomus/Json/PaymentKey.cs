namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>Names a payment, by one of the two: given both, Cryptomus goes by the order id.</summary>
internal sealed record PaymentKey
{
    public string? Uuid { get; init; }

    public string? OrderId { get; init; }
}
