using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer sends money by SEPA or Faster Payments.</summary>
public sealed record CoinflowIbanPayment : CoinflowStartedPayment
{
    /// <summary>The account: an IBAN, or a number with <see cref="SortCode"/>.</summary>
    public string? Account { get; init; }

    /// <summary>The bank's sort code, or null.</summary>
    public string? SortCode { get; init; }

    /// <summary>The account holder.</summary>
    public string? AccountHolderName { get; init; }

    /// <summary>The address of the account holder.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowAddress>))]
    public CoinflowAddress? Address { get; init; }

    /// <summary>The amount in the API's format: an amount with a currency, or a number whose unit is not documented.</summary>
    public JsonElement? Amount { get; init; }

    /// <summary>The reference that the payer must use, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The deadline.</summary>
    public DateTimeOffset? Expires { get; init; }
}
