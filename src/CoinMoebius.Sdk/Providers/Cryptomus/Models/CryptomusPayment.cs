using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>
/// A payment. Amounts are in major units. Source: doc.cryptomus.com/business/payments/creating-invoice and …/payment-information.
/// </summary>
public sealed record CryptomusPayment : ApiModel
{
    /// <summary>The payment's id, which is <c>PaymentId</c> in its events.</summary>
    public string Uuid { get => field ?? ""; init; }

    /// <summary>The merchant's own order id.</summary>
    public string? OrderId { get; init; }

    /// <summary>The price.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>The status.</summary>
    [JsonPropertyName("payment_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CryptomusPaymentStatus Status { get => field.Value.Length > 0 ? field : SecondStatus; init; }

    /// <summary>The amount actually received, in <see cref="PayerCurrency"/>.</summary>
    public decimal? PaymentAmount { get; init; }

    /// <summary>The same amount in US dollars, if Cryptomus calculates it.</summary>
    public decimal? PaymentAmountUsd { get; init; }

    /// <summary>The amount that the payer has to pay, in <see cref="PayerCurrency"/>.</summary>
    public decimal? PayerAmount { get; init; }

    /// <summary>The rate between the price and <see cref="PayerAmount"/>.</summary>
    public decimal? PayerAmountExchangeRate { get; init; }

    /// <summary>The coin that the payer pays in; null before the payer has chosen one.</summary>
    public string? PayerCurrency { get; init; }

    /// <summary>The amount credited to the merchant, after fees.</summary>
    public decimal? MerchantAmount { get; init; }

    /// <summary>Cryptomus's fee.</summary>
    public decimal? Commission { get; init; }

    /// <summary>The discount in percent when above zero, a surcharge when below.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The discount as an amount.</summary>
    public decimal? Discount { get; init; }

    /// <summary>The network; null before the payer has chosen one.</summary>
    public string? Network { get; init; }

    /// <summary>The address to pay to; null before the choice of a network.</summary>
    public string? Address { get; init; }

    /// <summary>A QR code of <see cref="Address"/>, as a <c>data:</c> URL.</summary>
    public string? AddressQrCode { get; init; }

    /// <summary>The address that paid.</summary>
    public string? From { get; init; }

    /// <summary>The transaction on the chain; absent for payments inside Cryptomus.</summary>
    public string? Txid { get; init; }

    /// <summary>Cryptomus's page for the payer. Null when the response has none, or one to which no browser may be redirected.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? Url { get; init; }

    /// <summary>When the payment expires, in UTC.</summary>
    [JsonConverter(typeof(CryptomusUnixTimeJsonConverter))]
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>True when it can no longer be paid, which does not mean that it was paid.</summary>
    public bool? IsFinal { get; init; }

    /// <summary>The note from its creation.</summary>
    public string? AdditionalData { get; init; }

    /// <summary>Comments of Cryptomus's staff.</summary>
    public string? Comments { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    // Responses contain it under both names; some examples in the documentation only under one.
    [JsonInclude]
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    internal CryptomusPaymentStatus SecondStatus { get; init; }
}
