using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The fees of each method; null for a method that is not offered.</summary>
/// <remarks>The API returns an amount, an amount with a part for currency conversion, or a list of fees; here it is always a list.</remarks>
public sealed record CoinflowFeesByMethod : ApiModel
{
    /// <summary>Cards.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Card { get; init; }

    /// <summary>Bank debit in the United States.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Ach { get; init; }

    /// <summary>Faster Payments.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? FasterPayments { get; init; }

    /// <summary>SEPA.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Sepa { get; init; }

    /// <summary>Pix.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Pix { get; init; }

    /// <summary>USDC.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Usdc { get; init; }

    /// <summary>Google Pay.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? GooglePay { get; init; }

    /// <summary>Apple Pay.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? ApplePay { get; init; }

    /// <summary>Credits.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Credits { get; init; }

    /// <summary>Crypto coins.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Crypto { get; init; }

    /// <summary>Wire.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Wire { get; init; }

    /// <summary>Cash App.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? CashApp { get; init; }

    /// <summary>APA.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Apa { get; init; }

    /// <summary>PayPal.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Paypal { get; init; }

    /// <summary>Venmo.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Venmo { get; init; }

    /// <summary>Interac.</summary>
    [JsonConverter(typeof(CoinflowFeesJsonConverter))]
    public IReadOnlyList<CoinflowFee>? Interac { get; init; }
}
