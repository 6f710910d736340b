using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>For what to list chains and coins; a query without members lists all of them.</summary>
public sealed record CoinflowCryptoChainQuery
{
    /// <summary>The price; only chains that can pay it.</summary>
    public CoinflowMoney? Subtotal { get; init; }

    /// <summary>The tier, as Coinflow names it.</summary>
    public string? Tier { get; init; }

    /// <summary>The type's name.</summary>
    public override string ToString() => nameof(CoinflowCryptoChainQuery);

    internal string ToQuery() => new CoinflowQuery()
        .Add("subtotalCents", Subtotal?.Cents).Add("subtotalCurrency", Subtotal?.CurrencyCode).Add("tier", Tier).ToString();
}
