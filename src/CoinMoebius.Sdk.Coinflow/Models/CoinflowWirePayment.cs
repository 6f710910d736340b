using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer sends money by wire.</summary>
public sealed record CoinflowWirePayment : CoinflowStartedPayment
{
    /// <summary>The number of the account.</summary>
    [JsonPropertyName("account_number")]
    public string? AccountNumber { get; init; }

    /// <summary>The bank's routing number.</summary>
    public string? WireRoutingNumber { get; init; }

    /// <summary>The account holder.</summary>
    public string? RecipientName { get; init; }

    /// <summary>The text that the payer must include.</summary>
    public string? Memo { get; init; }

    /// <summary>The amount in the API's format: an amount with a currency, or a number whose unit is not documented.</summary>
    public JsonElement? Amount { get; init; }

    /// <summary>The address of the account holder.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowAddress>))]
    public CoinflowAddress? Address { get; init; }

    /// <summary>The deadline.</summary>
    public DateTimeOffset? Expires { get; init; }
}
