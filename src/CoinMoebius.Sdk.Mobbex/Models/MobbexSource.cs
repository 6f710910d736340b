using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A payment method: a card, a cash voucher, a transfer. Source: mobbex.dev/webhooks.</summary>
public sealed record MobbexSource : ApiModel
{
    /// <summary>The name, for example <c>Visa</c>; <c>multicard</c> for a payment with several cards.</summary>
    public string? Name { get; init; }

    /// <summary>The kind: <c>card</c>, <c>cash</c> or another value.</summary>
    public string? Type { get; init; }

    /// <summary>The reference for <see cref="MobbexCheckoutRequest.Sources"/>, for example <c>visa</c>.</summary>
    public string? Reference { get; init; }

    /// <summary>The masked number of a card.</summary>
    public string? Number { get; init; }

    /// <summary>The expiry date of a card.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCardExpiration>))]
    public MobbexCardExpiration? Expiration { get; init; }

    /// <summary>The instalments that the payer chose.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexChosenInstallment>))]
    public MobbexChosenInstallment? Installment { get; init; }

    /// <summary>The cardholder.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCardholder>))]
    public MobbexCardholder? Cardholder { get; init; }

    /// <summary>The response of the card network; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCardTransaction>))]
    public MobbexCardTransaction? Transaction { get; init; }

    /// <summary>The digits of a cash voucher.</summary>
    public string? Barcode { get; init; }

    /// <summary>The address where the payer can view or print a cash voucher.</summary>
    public string? Url { get; init; }
}

/// <summary>The expiry date of a card.</summary>
public sealed record MobbexCardExpiration : ApiModel
{
    /// <summary>The month, <c>01</c> to <c>12</c>.</summary>
    public string? Month { get; init; }

    /// <summary>The last two digits of the year.</summary>
    public string? Year { get; init; }
}

/// <summary>The instalments of a payment.</summary>
public sealed record MobbexChosenInstallment : ApiModel
{
    /// <summary>The name, for example <c>3 cuotas</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The amount of one instalment, in major units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The number of instalments.</summary>
    public int? Count { get; init; }

    /// <summary>The reference of the plan, for example <c>ahora_3</c>.</summary>
    public string? Reference { get; init; }
}

/// <summary>The cardholder.</summary>
public sealed record MobbexCardholder : ApiModel
{
    /// <summary>The name on the card.</summary>
    public string? Name { get; init; }

    /// <summary>The number of the identity document.</summary>
    public string? Identification { get; init; }
}

/// <summary>
/// The response of the card network. The spelling of these names is inferred; see <see cref="ApiModel.AdditionalFields"/> for others.
/// </summary>
public sealed record MobbexCardTransaction : ApiModel
{
    /// <summary>The id of the network's transaction.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The authorisation code.</summary>
    public string? AuthorizationCode { get; init; }

    /// <summary>The batch number.</summary>
    public string? BatchNo { get; init; }

    /// <summary>The result code.</summary>
    public string? ResultCode { get; init; }

    /// <summary>The retrieval reference number.</summary>
    public string? RetrievalReferenceNo { get; init; }

    /// <summary>The ticket number.</summary>
    public string? TicketNo { get; init; }
}
