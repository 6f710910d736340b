using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// A payment as in webhooks and both versions of the API. Everything but <see cref="Id"/> and <see cref="Status"/> may be null.
/// A field with an undocumented type reads as null.
/// </summary>
/// <remarks>
/// The payer could change the page's request: reference, data, recipients, amounts and currencies. Check a payment with
/// <see cref="MoneyButtonExpectation"/>. Sources: about.moneybutton.com/docs/api/api-webhooks,
/// docs.moneybutton.com/docs/api/v1/api-v1-get-payment-by-id and docs.moneybutton.com/docs/api/v2/api-v2-get-payment-by-id.html.
/// </remarks>
public sealed record MoneyButtonPayment : ApiModel
{
    /// <summary>Money Button's id of the payment, not that of the transaction. Empty when the payload has none.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string Id { get => field ?? ""; init; }

    /// <summary>The status of the payment.</summary>
    public MoneyButtonStatus Status { get; init; }

    /// <summary>The reason of the status, for example <c>Timed out.</c> for a failed payment.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? StatusDescription { get; init; }

    /// <summary>The time of creation.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The payer's user id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? UserId { get; init; }

    /// <summary>The transaction's id on the chain; null while pending and for some failed payments.</summary>
    [JsonPropertyName("txid")]
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? TxId { get; init; }

    /// <summary>An id that excludes the signatures, so that it exists before signing (inferred).</summary>
    [JsonPropertyName("normalizedTxid")]
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? NormalizedTxId { get; init; }

    /// <summary>
    /// The total in major units of <see cref="Currency"/>. The conversion to whole satoshis and back makes it slightly lower than the price:
    /// 0.99999974 for 1. Compare the price with the outputs instead.
    /// </summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>: a code such as <c>USD</c> or a ticker such as <c>BSV</c>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Currency { get; init; }

    /// <summary>The total in satoshis: 100,000,000 are one BSV.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? Satoshis { get; init; }

    /// <summary>The merchant's order reference from the button.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? ButtonId { get; init; }

    /// <summary>The merchant's text from the button, usually JSON.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? ButtonData { get; init; }

    /// <summary>The outputs under their name in the documentation of webhooks; see <see cref="GetOutputs"/>.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MoneyButtonOutput>))]
    public IReadOnlyList<MoneyButtonOutput>? Outputs { get; init; }

    /// <summary>The outputs under their name in received webhooks and the API; see <see cref="GetOutputs"/>.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MoneyButtonOutput>))]
    public IReadOnlyList<MoneyButtonOutput>? PaymentOutputs { get; init; }

    /// <summary>
    /// The signed transaction in hexadecimal. The SDK converts the serialised buffer of version 2 of the API to the same form.
    /// </summary>
    [JsonPropertyName("rawtx")]
    [JsonConverter(typeof(RawTransactionJsonConverter))]
    public string? RawTx { get; init; }

    /// <summary>The app's public identifier, in version 1 of the API.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? ClientIdentifier { get; init; }

    /// <summary>The app's public identifier, in version 2 of the API.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? ClientId { get; init; }

    /// <summary>Money Button's id of the transaction, in version 2 of the API.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? TransactionId { get; init; }

    /// <summary>The total in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? AmountUsd { get; init; }

    /// <summary>The total of the inputs of the payer's wallet, in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? InputAmountUsd { get; init; }

    /// <summary>The total of the wallet's inputs in satoshis: <see cref="SpendAmountSatoshis"/> plus <see cref="ChangeAmountSatoshis"/>.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? InputAmountSatoshis { get; init; }

    /// <summary>The amount that the payer spent, in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? SpendAmountUsd { get; init; }

    /// <summary>The amount that the payer spent, in satoshis: <see cref="Satoshis"/> plus <see cref="FeeAmountSatoshis"/>.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? SpendAmountSatoshis { get; init; }

    /// <summary>The miner's fee in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? FeeAmountUsd { get; init; }

    /// <summary>The miner's fee in satoshis.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? FeeAmountSatoshis { get; init; }

    /// <summary>The change returned to the payer's wallet, in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? ChangeAmountUsd { get; init; }

    /// <summary>The change returned to the payer's wallet, in satoshis.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? ChangeAmountSatoshis { get; init; }

    /// <summary>The operations of the button besides the payment.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MoneyButtonCryptoOperation>))]
    public IReadOnlyList<MoneyButtonCryptoOperation>? CryptoOperations { get; init; }

    /// <summary>The source of the payment; <c>INTERNAL</c> is a known value.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Source { get; init; }

    /// <summary>The payer's paymail signature. It does not sign the webhook.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? SenderSignature { get; init; }

    /// <summary>The payer's paymail address.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? SenderPaymail { get; init; }

    /// <summary>The public key of <see cref="SenderSignature"/>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? SignaturePubkey { get; init; }

    /// <summary>The page with the button.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? ReferrerUrl { get; init; }

    /// <summary>The payer's browser.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? BrowserUserAgent { get; init; }

    /// <summary>True when the transaction's outputs are in the order of the button's outputs; otherwise they are sorted.</summary>
    [JsonConverter(typeof(LenientBooleanJsonConverter))]
    public bool? PreserveOrder { get; init; }

    /// <summary>The app, in version 2 of the API; its form is undocumented.</summary>
    public JsonElement? App { get; init; }

    /// <summary>Returns the outputs under either of their two names; empty when there are none.</summary>
    public IReadOnlyList<MoneyButtonOutput> GetOutputs() =>
        PaymentOutputs is { Count: > 0 } seen ? seen : Outputs ?? [];
}
