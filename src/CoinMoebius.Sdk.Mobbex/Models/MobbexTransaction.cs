using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A record of a look-up by reference, of a search, or beside an operation. Source: mobbex.dev/consulta-de-operaciones-y-childs, whose
/// samples are partial: what may come as an operation has its members too, and <see cref="StatusCode"/> reads either.
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

    /// <summary>Where it stands: the code alone, or with its words.</summary>
    [JsonConverter(typeof(MobbexStatusJsonConverter))]
    public MobbexStatus? Status { get; init; }

    /// <summary>The description of the checkout.</summary>
    public string? Description { get; init; }

    /// <summary>What was told to the payer.</summary>
    public string? Message { get; init; }

    /// <summary>The kind of record, for example <c>payment</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The amount in major units of <see cref="Currency"/>.</summary>
    public decimal? Total { get; init; }

    /// <summary>Related records; or null.</summary>
    public JsonElement? References { get; init; }

    /// <summary>The merchant's reference, where the record has it.</summary>
    public string? Reference { get; init; }

    /// <summary>A digest; often empty.</summary>
    public string? Hash { get; init; }

    /// <summary>The internal id of who pays.</summary>
    public string? Sender { get; init; }

    /// <summary>The internal id of who is paid.</summary>
    public string? Receiver { get; init; }

    /// <summary>The internal id of the coupon, which a later look-up may ask for.</summary>
    public string? Coupon { get; init; }

    /// <summary>The currency; <c>TEST</c> in test mode.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The version of the record.</summary>
    [JsonPropertyName("__v")]
    public int? Version { get; init; }

    /// <summary>The payment, where the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexPayment>))]
    public MobbexPayment? Payment { get; init; }

    /// <summary>The merchant, where the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexEntity>))]
    public MobbexEntity? Entity { get; init; }

    /// <summary>The customer, where the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCustomer>))]
    public MobbexCustomer? Customer { get; init; }

    /// <summary>The checkout, where the record is a whole operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexOperationCheckout>))]
    public MobbexOperationCheckout? Checkout { get; init; }

    /// <summary>The parts of a payment with several cards or for several merchants; or null.</summary>
    [JsonPropertyName("childs")]
    [JsonConverter(typeof(LenientListJsonConverter<MobbexTransaction>))]
    public IReadOnlyList<MobbexTransaction>? Children { get; init; }

    /// <summary>
    /// The id to look the operation up and to refund it with: that of <see cref="Payment"/>, else <see cref="Uid"/>, which is inferred to
    /// serve; or null.
    /// </summary>
    [JsonIgnore]
    public string? OperationId => Payment?.Id ?? Uid;

    /// <summary>The status wherever the record has it, or null, which says nothing: never treat it as paid.</summary>
    [JsonIgnore]
    public MobbexStatusCode? StatusCode => Payment?.Status?.Code ?? Status?.Code;

    /// <summary>True for money of the test mode: never deliver goods for it. Null without a currency.</summary>
    [JsonIgnore]
    public bool? IsTest => (Payment?.Currency ?? Currency ?? Checkout?.Currency)?.IsTest;
}
