using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The special plans of a payment method, from an advanced rule. Source: the plugins Mobbex publishes.</summary>
public sealed record MobbexRuleInstallments : ApiModel
{
    /// <summary>The payment method.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }

    /// <summary>The plans; pass their ids to <see cref="MobbexInstallment.AddPlan"/>.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexInstallmentPlan>))]
    public IReadOnlyList<MobbexInstallmentPlan>? Installments { get; init; }
}
