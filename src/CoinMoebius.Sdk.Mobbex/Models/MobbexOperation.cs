using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A payment, or the attempt at one: what <see cref="IMobbexClient.GetOperationAsync"/> answers, and the <c>data</c> of a notification.
/// Source: mobbex.dev/webhooks and mobbex.dev/consulta-de-operaciones-y-childs.
/// </summary>
public sealed record MobbexOperation : ApiModel
{
    /// <summary>True when the attempt went well, whatever its status means; decide by <see cref="StatusCode"/>.</summary>
    public bool? Result { get; init; }

    /// <summary>How it is shown; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexView>))]
    public MobbexView? View { get; init; }

    /// <summary>The payment itself.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexPayment>))]
    public MobbexPayment? Payment { get; init; }

    /// <summary>The merchant.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexEntity>))]
    public MobbexEntity? Entity { get; init; }

    /// <summary>The customer as the checkout named it, with its metadata.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCustomer>))]
    public MobbexCustomer? Customer { get; init; }

    /// <summary>Who paid; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexUser>))]
    public MobbexUser? User { get; init; }

    /// <summary>What it was paid with, in short; <see cref="MobbexPayment.Source"/> has the details.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }

    /// <summary>The checkout it belongs to; its total is what was asked for, without the interest of instalments.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexOperationCheckout>))]
    public MobbexOperationCheckout? Checkout { get; init; }

    /// <summary>The parts of a payment with several cards or for several merchants; or null.</summary>
    [JsonPropertyName("childs")]
    [JsonConverter(typeof(LenientListJsonConverter<MobbexOperation>))]
    public IReadOnlyList<MobbexOperation>? Children { get; init; }

    /// <summary>The records that a look-up gives beside the operation, its parts included; null in a notification.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexTransaction>))]
    public IReadOnlyList<MobbexTransaction>? Transactions { get; init; }

    /// <summary>The status of <see cref="Payment"/>, or null when there is none, which says nothing: never treat it as paid.</summary>
    [JsonIgnore]
    public MobbexStatusCode? StatusCode => Payment?.Status?.Code;

    /// <summary>True for money of the test mode (currency <c>TEST</c>): never deliver goods for it. Null without a currency.</summary>
    [JsonIgnore]
    public bool? IsTest => (Payment?.Currency ?? Checkout?.Currency)?.IsTest;
}
