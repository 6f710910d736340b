using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// A recipient of a payment. It is not an output of the transaction: a paymail output may have become several, and the transaction has
/// another order. Source: about.moneybutton.com/docs/api/api-webhooks; github.com/moneybutton/json-api, PaymentSerializer.js.
/// </summary>
public sealed record MoneyButtonOutput : ApiModel
{
    /// <summary>The id; in later payloads the position in the payment, starting at 1, so it is not unique.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? Id { get; init; }

    /// <summary>The payment's id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? PaymentId { get; init; }

    /// <summary>The time of creation.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    [JsonConverter(typeof(UtcTimeJsonConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The kind of recipient, one of <see cref="MoneyButtonOutputTypes"/> in any case, or another text.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Type { get; init; }

    /// <summary>The recipient as given by the page: a paymail, a user id, an address or a script.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? To { get; init; }

    /// <summary>The recipient's user id.</summary>
    [JsonConverter(typeof(IdJsonConverter))]
    public string? UserId { get; init; }

    /// <summary>The recipient's address on the chain.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Address { get; init; }

    /// <summary>The locking script.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Script { get; init; }

    /// <summary>The amount in major units of <see cref="Currency"/>, as requested by the page.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? Currency { get; init; }

    /// <summary>The amount in satoshis.</summary>
    [JsonConverter(typeof(SatoshisJsonConverter))]
    public long? Satoshis { get; init; }

    /// <summary>The amount in US dollars.</summary>
    [JsonConverter(typeof(AmountJsonConverter))]
    public decimal? AmountUsd { get; init; }

    /// <summary>The recipient's paymail address.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? UserPaymail { get; init; }

    /// <summary>The time of the paymail request.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PaymailDt { get; init; }

    /// <summary>The public key of <see cref="PaymailSignature"/>.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PaymailPubkey { get; init; }

    /// <summary>The purpose given in the paymail request.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PaymailPurpose { get; init; }

    /// <summary>The recipient's paymail address in the paymail request.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PaymailRecipientHandle { get; init; }

    /// <summary>The payer's paymail address in the paymail request.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PaymailSenderHandle { get; init; }

    /// <summary>The payer's name in the paymail request.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PaymailSenderName { get; init; }

    /// <summary>The signature of the paymail request.</summary>
    [JsonConverter(typeof(LenientTextJsonConverter))]
    public string? PaymailSignature { get; init; }
}
