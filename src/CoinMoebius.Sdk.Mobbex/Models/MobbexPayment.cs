using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The payment of a <see cref="MobbexOperation"/>. Source: mobbex.dev/webhooks.</summary>
public sealed record MobbexPayment : ApiModel
{
    /// <summary>
    /// The id for <see cref="IMobbexClient.GetOperationAsync"/> and <see cref="IMobbexClient.RefundAsync"/>. It begins with <c>CHD-</c> for
    /// a part of another payment and with <c>GRP-</c> for a group.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The description of the checkout.</summary>
    public string? Description { get; init; }

    /// <summary>The kind of operation, one of <see cref="MobbexIntents"/>.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexOperationKind>))]
    public MobbexOperationKind? Operation { get; init; }

    /// <summary>The status.</summary>
    [JsonConverter(typeof(MobbexStatusJsonConverter))]
    public MobbexStatus? Status { get; init; }

    /// <summary>
    /// The amount that the payer is charged, in major units of <see cref="Currency"/>. It differs from the total of the checkout by the
    /// interest or discount of instalments.
    /// </summary>
    public decimal? Total { get; init; }

    /// <summary>The currency; <c>TEST</c> in test mode.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>The result of the fraud check; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexRiskAnalysis>))]
    public MobbexRiskAnalysis? RiskAnalysis { get; init; }

    /// <summary>The time of creation, in UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The time of the last change, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The merchant's reference of the checkout.</summary>
    public string? Reference { get; init; }

    /// <summary>The payment method.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }
}
