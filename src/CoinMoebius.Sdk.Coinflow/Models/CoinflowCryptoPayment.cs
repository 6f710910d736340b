using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer sends coins.</summary>
public sealed record CoinflowCryptoPayment : CoinflowStartedPayment
{
    /// <summary>The id of the deposit.</summary>
    public string? SessionId { get; init; }

    /// <summary>The address to pay to.</summary>
    public string? DepositAddress { get; init; }

    /// <summary>The chain's name.</summary>
    public string? PaymentChainName { get; init; }

    /// <summary>The coin's symbol.</summary>
    public string? PaymentCurrencySymbol { get; init; }

    /// <summary>The amount of coins: show it unchanged.</summary>
    public decimal? PaymentAmount { get; init; }

    /// <summary>The URL of the chain's logo, or null.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? ChainLogoUrl { get; init; }

    /// <summary>The URL of the coin's logo, or null.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? CurrencyLogoUrl { get; init; }
}
