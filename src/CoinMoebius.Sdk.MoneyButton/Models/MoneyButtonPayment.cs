using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// A payment as webhooks and both versions of the API gave it. Everything but <see cref="Id"/> and <see cref="Status"/> may be missing.
/// A field of another type than documented reads as null.
/// </summary>
/// <remarks>
/// The payer could change what the page asked for: reference, data, recipients, amounts and currencies. Check a payment with
/// <see cref="MoneyButtonExpectation"/>. Sources: about.moneybutton.com/docs/api/api-webhooks,
/// docs.moneybutton.com/docs/api/v1/api-v1-get-payment-by-id and docs.moneybutton.com/docs/api/v2/api-v2-get-payment-by-id.html.
/// </remarks>
public sealed record MoneyButtonPayment : ApiModel
{
    /// <summary>Money Button's id of the payment, not the transaction's. Empty when the payload lacks it.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string Id { get => field ?? ""; init; }

    /// <summary>Where the payment stands.</summary>
    public MoneyButtonStatus Status { get; init; }

    /// <summary>Why, for example <c>Timed out.</c> of a failed payment.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? StatusDescription { get; init; }

    /// <summary>When it was made.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it changed last.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The payer's user id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? UserId { get; init; }

    /// <summary>The transaction's id on the chain; null while pending and for some that failed.</summary>
    [JsonPropertyName("txid")]
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? TxId { get; init; }

    /// <summary>An id that leaves the signatures out, so that it is there before signing (inferred).</summary>
    [JsonPropertyName("normalizedTxid")]
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? NormalizedTxId { get; init; }

    /// <summary>
    /// What was paid in all, in major units of <see cref="Currency"/>. Turned into whole satoshis and back, so slightly below the price:
    /// 0.99999974 for 1. Compare the price with the outputs.
    /// </summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>: a code such as <c>USD</c> or a ticker such as <c>BSV</c>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Currency { get; init; }

    /// <summary>What was paid in all, in satoshis: 100,000,000 are one BSV.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? Satoshis { get; init; }

    /// <summary>The merchant's order reference from the button.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? ButtonId { get; init; }

    /// <summary>The merchant's text from the button, usually JSON.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? ButtonData { get; init; }

    /// <summary>The outputs by the name that the documentation of webhooks has; see <see cref="GetOutputs"/>.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MoneyButtonOutput>))]
    public IReadOnlyList<MoneyButtonOutput>? Outputs { get; init; }

    /// <summary>The outputs by the name that receivers saw and the API has; see <see cref="GetOutputs"/>.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MoneyButtonOutput>))]
    public IReadOnlyList<MoneyButtonOutput>? PaymentOutputs { get; init; }

    /// <summary>
    /// The signed transaction in hexadecimal. Version 2 of the API has it as a serialised buffer; it is read into the same form.
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

    /// <summary>What was paid in all, in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? AmountUsd { get; init; }

    /// <summary>The coins the payer's wallet put in, in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? InputAmountUsd { get; init; }

    /// <summary>The coins the payer's wallet put in, in satoshis: <see cref="SpendAmountSatoshis"/> and <see cref="ChangeAmountSatoshis"/>.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? InputAmountSatoshis { get; init; }

    /// <summary>What the payer spent, in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? SpendAmountUsd { get; init; }

    /// <summary>What the payer spent, in satoshis: <see cref="Satoshis"/> and <see cref="FeeAmountSatoshis"/>.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? SpendAmountSatoshis { get; init; }

    /// <summary>The miner's fee in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? FeeAmountUsd { get; init; }

    /// <summary>The miner's fee in satoshis.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? FeeAmountSatoshis { get; init; }

    /// <summary>What went back to the payer's wallet, in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? ChangeAmountUsd { get; init; }

    /// <summary>What went back to the payer's wallet, in satoshis.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? ChangeAmountSatoshis { get; init; }

    /// <summary>What the button signed or encrypted beside the payment.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MoneyButtonCryptoOperation>))]
    public IReadOnlyList<MoneyButtonCryptoOperation>? CryptoOperations { get; init; }

    /// <summary>Where the payment came from; <c>INTERNAL</c> was seen.</summary>
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

    /// <summary>The page that the button was on.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? ReferrerUrl { get; init; }

    /// <summary>The payer's browser.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? BrowserUserAgent { get; init; }

    /// <summary>True when the transaction's outputs are in the order of the button's. They are sorted otherwise.</summary>
    [JsonConverter(typeof(LenientBooleanJsonConverter))]
    public bool? PreserveOrder { get; init; }

    /// <summary>The app, in version 2 of the API; its form was not documented.</summary>
    public JsonElement? App { get; init; }

    /// <summary>The outputs, by whichever of their two names they came; empty when there are none.</summary>
    public IReadOnlyList<MoneyButtonOutput> GetOutputs() =>
        PaymentOutputs is { Count: > 0 } seen ? seen : Outputs ?? [];
}
