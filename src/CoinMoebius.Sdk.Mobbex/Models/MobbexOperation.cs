using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A payment or an attempt to pay, as <see cref="IMobbexClient.GetOperationAsync"/> returns it and as <c>data</c> of a notification.
/// Source: mobbex.dev/webhooks and mobbex.dev/consulta-de-operaciones-y-childs.
/// </summary>
public sealed record MobbexOperation : ApiModel
{
    /// <summary>True when the attempt succeeded technically; decide by <see cref="StatusCode"/>, not by this.</summary>
    public bool? Result { get; init; }

    /// <summary>How Mobbex shows the operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexView>))]
    public MobbexView? View { get; init; }

    /// <summary>The payment.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexPayment>))]
    public MobbexPayment? Payment { get; init; }

    /// <summary>The merchant.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexEntity>))]
    public MobbexEntity? Entity { get; init; }

    /// <summary>The customer of the checkout's request, with its metadata.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCustomer>))]
    public MobbexCustomer? Customer { get; init; }

    /// <summary>The payer; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexUser>))]
    public MobbexUser? User { get; init; }

    /// <summary>A summary of the payment method; <see cref="MobbexPayment.Source"/> has the details.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }

    /// <summary>The checkout of the operation; its total is the requested amount, without the interest of instalments.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexOperationCheckout>))]
    public MobbexOperationCheckout? Checkout { get; init; }

    /// <summary>The parts of a payment with several cards or for several merchants; or null.</summary>
    [JsonPropertyName("childs")]
    [JsonConverter(typeof(LenientListJsonConverter<MobbexOperation>))]
    public IReadOnlyList<MobbexOperation>? Children { get; init; }

    /// <summary>The records that a look-up returns with the operation, including its parts; null in a notification.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexTransaction>))]
    public IReadOnlyList<MobbexTransaction>? Transactions { get; init; }

    /// <summary>The status of <see cref="Payment"/>, or null when it has none. Never treat null as paid.</summary>
    [JsonIgnore]
    public MobbexStatusCode? StatusCode => Payment?.Status?.Code;

    /// <summary>True for a payment in test mode (currency <c>TEST</c>). Never deliver goods for it. Null without a currency.</summary>
    [JsonIgnore]
    public bool? IsTest => (Payment?.Currency ?? Checkout?.Currency)?.IsTest;
}
