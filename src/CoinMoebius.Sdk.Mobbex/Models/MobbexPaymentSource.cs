using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A way to pay, with its instalments. Source: mobbex.dev/metodos-de-pago-y-cuotas.</summary>
public sealed record MobbexPaymentSource : ApiModel
{
    /// <summary>Its name and reference.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }

    /// <summary>How it is shown.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSourceView>))]
    public MobbexSourceView? View { get; init; }

    /// <summary>The plans.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSourceInstallments>))]
    public MobbexSourceInstallments? Installments { get; init; }
}

/// <summary>How a way to pay is shown.</summary>
public sealed record MobbexSourceView : ApiModel
{
    /// <summary>The group, for example <c>card</c>.</summary>
    public string? Group { get; init; }

    /// <summary>The name of the subgroup.</summary>
    [JsonPropertyName("subgroup_title")]
    public string? SubgroupTitle { get; init; }

    /// <summary>Where the picture of the subgroup is.</summary>
    [JsonPropertyName("subgroup_logo")]
    public string? SubgroupLogo { get; init; }

    /// <summary>The kind.</summary>
    public string? Type { get; init; }

    /// <summary>Its rank in the list.</summary>
    [JsonPropertyName("subgroup_priority")]
    public int? SubgroupPriority { get; init; }
}

/// <summary>The plans of a way to pay.</summary>
public sealed record MobbexSourceInstallments : ApiModel
{
    /// <summary>False when it can only be paid at once.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The plans.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexInstallmentPlan>))]
    public IReadOnlyList<MobbexInstallmentPlan>? List { get; init; }
}
