using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A payment method with its instalments. Source: mobbex.dev/metodos-de-pago-y-cuotas.</summary>
public sealed record MobbexPaymentSource : ApiModel
{
    /// <summary>The name and reference of the method.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSource>))]
    public MobbexSource? Source { get; init; }

    /// <summary>How Mobbex shows the method.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSourceView>))]
    public MobbexSourceView? View { get; init; }

    /// <summary>The plans.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSourceInstallments>))]
    public MobbexSourceInstallments? Installments { get; init; }
}

/// <summary>How Mobbex shows a payment method.</summary>
public sealed record MobbexSourceView : ApiModel
{
    /// <summary>The group, for example <c>card</c>.</summary>
    public string? Group { get; init; }

    /// <summary>The name of the subgroup.</summary>
    [JsonPropertyName("subgroup_title")]
    public string? SubgroupTitle { get; init; }

    /// <summary>The address of the picture of the subgroup.</summary>
    [JsonPropertyName("subgroup_logo")]
    public string? SubgroupLogo { get; init; }

    /// <summary>The kind.</summary>
    public string? Type { get; init; }

    /// <summary>The position of the subgroup in the list.</summary>
    [JsonPropertyName("subgroup_priority")]
    public int? SubgroupPriority { get; init; }
}

/// <summary>The plans of a payment method.</summary>
public sealed record MobbexSourceInstallments : ApiModel
{
    /// <summary>False when the method has no instalments.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The plans.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<MobbexInstallmentPlan>))]
    public IReadOnlyList<MobbexInstallmentPlan>? List { get; init; }
}
