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

    /// <summary>Where it stands.</summary>
    [JsonPropertyName("payment_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CryptomusPaymentStatus Status { get => field.Value.Length > 0 ? field : SecondStatus; init; }

    /// <summary>What has really come, in <see cref="PayerCurrency"/>.</summary>
    public decimal? PaymentAmount { get; init; }

    /// <summary>The same in US dollars, where Cryptomus works it out.</summary>
    public decimal? PaymentAmountUsd { get; init; }

    /// <summary>What the payer has to pay, in <see cref="PayerCurrency"/>.</summary>
    public decimal? PayerAmount { get; init; }

    /// <summary>The rate between the price and <see cref="PayerAmount"/>.</summary>
    public decimal? PayerAmountExchangeRate { get; init; }

    /// <summary>The coin that the payer pays in; null before he has chosen.</summary>
    public string? PayerCurrency { get; init; }

    /// <summary>What the merchant is credited, after fees.</summary>
    public decimal? MerchantAmount { get; init; }

    /// <summary>Cryptomus's fee.</summary>
    public decimal? Commission { get; init; }

    /// <summary>The discount in percent when above zero, a surcharge when below.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The same as an amount.</summary>
    public decimal? Discount { get; init; }

    /// <summary>The network; null before one was chosen.</summary>
    public string? Network { get; init; }

    /// <summary>The address to pay to; null before a network was chosen.</summary>
    public string? Address { get; init; }

    /// <summary>A picture of <see cref="Address"/>, as a <c>data:</c> URL.</summary>
    public string? AddressQrCode { get; init; }

    /// <summary>The address that paid.</summary>
    public string? From { get; init; }

    /// <summary>The transaction on the chain; absent for payments inside Cryptomus.</summary>
    public string? Txid { get; init; }

    /// <summary>Cryptomus's page for it, to send the payer to. Null when it came without one, or with one that no browser should be sent to.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? Url { get; init; }

    /// <summary>When it can no longer be paid, in UTC.</summary>
    [JsonConverter(typeof(CryptomusUnixTimeJsonConverter))]
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>True when it can no longer be paid, which does not say that it was.</summary>
    public bool? IsFinal { get; init; }

    /// <summary>The note that it was created with.</summary>
    public string? AdditionalData { get; init; }

    /// <summary>What Cryptomus's staff noted.</summary>
    public string? Comments { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    // Answers hold it under both names; some examples of the documentation under one alone.
    [JsonInclude]
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    internal CryptomusPaymentStatus SecondStatus { get; init; }
}
