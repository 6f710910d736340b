using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The special plans of a way to pay, those of an advanced rule. Source: the plugins Mobbex publishes.</summary>
public sealed record MobbexRuleInstallments : ApiModel
{
    /// <summary>The way to pay.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }

    /// <summary>The plans; their ids go into <see cref="MobbexInstallment.AddPlan"/>.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexInstallmentPlan>))]
    public IReadOnlyList<MobbexInstallmentPlan>? Installments { get; init; }
}
