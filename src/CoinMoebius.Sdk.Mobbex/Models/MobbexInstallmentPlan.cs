using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A plan of instalments. Source: mobbex.dev/metodos-de-pago-y-cuotas.</summary>
public sealed record MobbexInstallmentPlan : ApiModel
{
    /// <summary>The id, for <see cref="MobbexInstallment.AddPlan"/>.</summary>
    public string? Uid { get; init; }

    /// <summary>The name, for example <c>3 cuotas</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The number of instalments.</summary>
    public int? Count { get; init; }

    /// <summary>The reference, for <see cref="MobbexInstallment.Only"/> and <see cref="MobbexInstallment.Hide"/>.</summary>
    public string? Reference { get; init; }

    /// <summary>Mobbex's tags of the plan; or null.</summary>
    public JsonElement? Tags { get; init; }

    /// <summary>The cost, when the request has a total.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexInstallmentTotals>))]
    public MobbexInstallmentTotals? Totals { get; init; }
}

/// <summary>The cost of a plan of instalments.</summary>
public sealed record MobbexInstallmentTotals : ApiModel
{
    /// <summary>The currency.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>The amount and number of instalments.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexInstallmentPart>))]
    public MobbexInstallmentPart? Installment { get; init; }

    /// <summary>The total in major units.</summary>
    public decimal? Total { get; init; }

    /// <summary>The interest or discount.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexFinancialCost>))]
    public MobbexFinancialCost? Financial { get; init; }
}

/// <summary>One of equal instalments.</summary>
public sealed record MobbexInstallmentPart : ApiModel
{
    /// <summary>The amount in major units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The number of instalments.</summary>
    public int? Count { get; init; }
}

/// <summary>The interest or discount of a plan.</summary>
public sealed record MobbexFinancialCost : ApiModel
{
    /// <summary>The percentage of the total.</summary>
    public decimal? Percentage { get; init; }

    /// <summary>The amount in major units.</summary>
    public decimal? Amount { get; init; }
}
