using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The price of a purchase with each method; null for a method that is not offered.</summary>
public sealed record CoinflowTotalsByMethod : ApiModel
{
    /// <summary>Cards.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Card { get; init; }

    /// <summary>Bank debit in the United States.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Ach { get; init; }

    /// <summary>Faster Payments.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? FasterPayments { get; init; }

    /// <summary>SEPA.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Sepa { get; init; }

    /// <summary>Pix.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Pix { get; init; }

    /// <summary>USDC.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Usdc { get; init; }

    /// <summary>Google Pay.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? GooglePay { get; init; }

    /// <summary>Apple Pay.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? ApplePay { get; init; }

    /// <summary>Credits.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Credits { get; init; }

    /// <summary>Crypto coins.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Crypto { get; init; }

    /// <summary>Wire.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Wire { get; init; }

    /// <summary>Cash App.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? CashApp { get; init; }

    /// <summary>APA.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Apa { get; init; }

    /// <summary>PayPal.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Paypal { get; init; }

    /// <summary>Venmo.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Venmo { get; init; }

    /// <summary>Interac.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Interac { get; init; }
}
