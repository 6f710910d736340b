using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A record from a look-up by reference, from a search, or next to an operation. Source: mobbex.dev/consulta-de-operaciones-y-childs, whose
/// samples are partial: the record also has the members of an operation, and <see cref="StatusCode"/> reads both forms.
/// </summary>
public sealed record MobbexTransaction : ApiModel
{
    /// <summary>The internal id of the record.</summary>
    [JsonPropertyName("_id")]
    public string? RecordId { get; init; }

    /// <summary>The id of the operation.</summary>
    public string? Uid { get; init; }

    /// <summary>A further id; often empty.</summary>
    public string? Utid { get; init; }

    /// <summary>The status: the code alone, or with its texts.</summary>
    [JsonConverter(typeof(MobbexStatusJsonConverter))]
    public MobbexStatus? Status { get; init; }

    /// <summary>The description of the checkout.</summary>
    public string? Description { get; init; }

    /// <summary>The message for the payer.</summary>
    public string? Message { get; init; }

    /// <summary>The kind of record, for example <c>payment</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The amount in major units of <see cref="Currency"/>.</summary>
    public decimal? Total { get; init; }

    /// <summary>Related records; or null.</summary>
    public JsonElement? References { get; init; }

    /// <summary>The merchant's reference; or null.</summary>
    public string? Reference { get; init; }

    /// <summary>A digest; often empty.</summary>
    public string? Hash { get; init; }

    /// <summary>The internal id of the payer.</summary>
    public string? Sender { get; init; }

    /// <summary>The internal id of the payee.</summary>
    public string? Receiver { get; init; }

    /// <summary>The internal id of the coupon, for a later look-up.</summary>
    public string? Coupon { get; init; }

    /// <summary>The currency; <c>TEST</c> in test mode.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>The time of the last change, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The time of creation, in UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The version of the record.</summary>
    [JsonPropertyName("__v")]
    public int? Version { get; init; }

    /// <summary>The payment, when the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexPayment>))]
    public MobbexPayment? Payment { get; init; }

    /// <summary>The merchant, when the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexEntity>))]
    public MobbexEntity? Entity { get; init; }

    /// <summary>The customer, when the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCustomer>))]
    public MobbexCustomer? Customer { get; init; }

    /// <summary>The checkout, when the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexOperationCheckout>))]
    public MobbexOperationCheckout? Checkout { get; init; }

    /// <summary>The parts of a payment with several cards or for several merchants; or null.</summary>
    [JsonPropertyName("childs")]
    [JsonConverter(typeof(LenientListJsonConverter<MobbexTransaction>))]
    public IReadOnlyList<MobbexTransaction>? Children { get; init; }

    /// <summary>
    /// The id for look-ups and refunds: that of <see cref="Payment"/>, or else <see cref="Uid"/>, whose use here is inferred; or null.
    /// </summary>
    [JsonIgnore]
    public string? OperationId => Payment?.Id ?? Uid;

    /// <summary>The status from either place, or null. Never treat null as paid.</summary>
    [JsonIgnore]
    public MobbexStatusCode? StatusCode => Payment?.Status?.Code ?? Status?.Code;

    /// <summary>True for a payment in test mode. Never deliver goods for it. Null without a currency.</summary>
    [JsonIgnore]
    public bool? IsTest => (Payment?.Currency ?? Currency ?? Checkout?.Currency)?.IsTest;
}
