using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The payment of a <see cref="MobbexOperation"/>. Source: mobbex.dev/webhooks.</summary>
public sealed record MobbexPayment : ApiModel
{
    /// <summary>
    /// The id for <see cref="IMobbexClient.GetOperationAsync"/> and <see cref="IMobbexClient.RefundAsync"/>. Begins with <c>CHD-</c> for
    /// a part of another payment and with <c>GRP-</c> for a group.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The description of the checkout.</summary>
    public string? Description { get; init; }

    /// <summary>The kind of operation: <see cref="MobbexIntents"/>, or of several cards or merchants.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexOperationKind>))]
    public MobbexOperationKind? Operation { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonConverter(typeof(MobbexStatusJsonConverter))]
    public MobbexStatus? Status { get; init; }

    /// <summary>
    /// What the payer is charged, in major units of <see cref="Currency"/>. Differs from the total of the checkout by the interest or
    /// discount of instalments.
    /// </summary>
    public decimal? Total { get; init; }

    /// <summary>The currency; <c>TEST</c> in test mode.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>What the fraud check says; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexRiskAnalysis>))]
    public MobbexRiskAnalysis? RiskAnalysis { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The merchant's reference of the checkout.</summary>
    public string? Reference { get; init; }

    /// <summary>What it was paid with.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }
}
