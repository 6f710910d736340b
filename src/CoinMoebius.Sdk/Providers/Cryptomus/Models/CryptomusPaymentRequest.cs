using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Providers.Cryptomus.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus;

/// <summary>A payment to create. Source: doc.cryptomus.com/business/payments/creating-invoice.</summary>
public sealed record CryptomusPaymentRequest : ApiModel
{
    private const int MaxUrlLength = 255;
    private const int MaxAdditionalDataLength = 255;

    /// <summary>The price in major units of <see cref="Currency"/>, above zero.</summary>
    [JsonConverter(typeof(CryptomusAmountJsonConverter))]
    public required decimal Amount { get; init; }

    /// <summary>A fiat currency or a coin, for example <c>USD</c> or <c>USDT</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>
    /// Your own order id: 1 to 128 letters, digits, dashes and underscores, unique among your payments. One that is known already answers
    /// the payment it belongs to, and creates none. Comes back in webhooks.
    /// </summary>
    public required string OrderId { get; init; }

    /// <summary>The network, for example <c>tron</c>: the payer then has no choice, and the answer has an address. Null to let him choose.</summary>
    public string? Network { get; init; }

    /// <summary>Where the payer can go back to before he has paid. https; at most 255 characters.</summary>
    public Uri? UrlReturn { get; init; }

    /// <summary>Where the payer can go after he has paid. That he comes there says nothing: look at the payment.</summary>
    public Uri? UrlSuccess { get; init; }

    /// <summary>Where webhooks go, for example <c>https://shop.example/webhooks/cryptomus</c>. Without one there are none.</summary>
    public Uri? UrlCallback { get; init; }

    /// <summary>Whether the payer may add the rest when too little came. Cryptomus takes true unless set.</summary>
    public bool? IsPaymentMultiple { get; init; }

    /// <summary>How long it can be paid, in seconds: 300 to 43,200. Cryptomus takes 3,600 unless set.</summary>
    [JsonPropertyName("lifetime")]
    public int? LifetimeSeconds { get; init; }

    /// <summary>The coin to pay in, into which the price is converted.</summary>
    public string? ToCurrency { get; init; }

    /// <summary>How much of Cryptomus's fee the payer pays, in percent: 0 to 100. Cryptomus takes 0 unless set.</summary>
    public int? Subtract { get; init; }

    /// <summary>How much less than asked still counts as paid, in percent: 0 to 50. Cryptomus takes 0 unless set.</summary>
    public decimal? AccuracyPaymentPercent { get; init; }

    /// <summary>A note for yourself, at most 255 characters. Comes back in webhooks; the payer does not see it.</summary>
    public string? AdditionalData { get; init; }

    /// <summary>The coins to choose from; all that the merchant's settings allow unless set.</summary>
    public IReadOnlyList<CryptomusCurrency>? Currencies { get; init; }

    /// <summary>Coins that cannot be chosen.</summary>
    public IReadOnlyList<CryptomusCurrency>? ExceptCurrencies { get; init; }

    /// <summary>Whose rates count: <c>Binance</c>, <c>BinanceP2P</c>, <c>Exmo</c> or <c>Kucoin</c>. Cryptomus's own unless set.</summary>
    public string? CourseSource { get; init; }

    /// <summary>A discount in percent when above zero, a surcharge when below: -99 to 100.</summary>
    public int? DiscountPercent { get; init; }

    /// <summary>True to give an expired payment of that order id a new address and life.</summary>
    public bool? IsRefresh { get; init; }

    internal void Validate(string parameterName)
    {
        CryptomusChecks.Require(Amount > 0, "Amount must be above zero.", parameterName);
        CryptomusChecks.Require(!string.IsNullOrWhiteSpace(Currency), "Currency is empty: name one, for example USD.", parameterName);
        CryptomusChecks.OrderId(OrderId, "OrderId", parameterName);
        CryptomusChecks.Url(UrlReturn, MaxUrlLength, "UrlReturn", parameterName);
        CryptomusChecks.Url(UrlSuccess, MaxUrlLength, "UrlSuccess", parameterName);
        CryptomusChecks.Url(UrlCallback, MaxUrlLength, "UrlCallback", parameterName);
        CryptomusChecks.Require(LifetimeSeconds is null or (>= 300 and <= 43_200), "LifetimeSeconds must be 300 to 43200.", parameterName);
        CryptomusChecks.Require(Subtract is null or (>= 0 and <= 100), "Subtract must be 0 to 100.", parameterName);
        CryptomusChecks.Require(AccuracyPaymentPercent is null or (>= 0 and <= 50), "AccuracyPaymentPercent must be 0 to 50.", parameterName);
        CryptomusChecks.Require(DiscountPercent is null or (>= -99 and <= 100), "DiscountPercent must be -99 to 100.", parameterName);
        CryptomusChecks.Require(
            AdditionalData is null or { Length: <= MaxAdditionalDataLength }, "AdditionalData must have at most 255 characters.", parameterName);
    }
}
