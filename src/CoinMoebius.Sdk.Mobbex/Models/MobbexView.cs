using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How an operation is shown.</summary>
public sealed record MobbexView : ApiModel
{
    /// <summary>The kind: <c>card</c>, <c>cash</c> or another.</summary>
    public string? Type { get; init; }

    /// <summary>What to show beside it; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexViewOptions>))]
    public MobbexViewOptions? Options { get; init; }
}

/// <summary>What to show beside an operation.</summary>
public sealed record MobbexViewOptions : ApiModel
{
    /// <summary>True for a barcode.</summary>
    public bool? Barcode { get; init; }
}

/// <summary>The kind of an operation.</summary>
public sealed record MobbexOperationKind : ApiModel
{
    /// <summary><see cref="MobbexIntents"/>, <c>payment.multiple-sources</c> or <c>payment.multiple-vendor</c>; others may come.</summary>
    public string? Type { get; init; }
}

/// <summary>What the fraud check says.</summary>
public sealed record MobbexRiskAnalysis : ApiModel
{
    /// <summary>The band, for example <c>red</c>, or <c>N/A</c>.</summary>
    public string? Band { get; init; }

    /// <summary>The level: a number as text, or <c>N/A</c>.</summary>
    public string? Level { get; init; }
}
