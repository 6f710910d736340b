using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How Mobbex shows an operation.</summary>
public sealed record MobbexView : ApiModel
{
    /// <summary>The kind: <c>card</c>, <c>cash</c> or another.</summary>
    public string? Type { get; init; }

    /// <summary>The additions to show with the operation; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexViewOptions>))]
    public MobbexViewOptions? Options { get; init; }
}

/// <summary>The additions to show with an operation.</summary>
public sealed record MobbexViewOptions : ApiModel
{
    /// <summary>True to show a barcode.</summary>
    public bool? Barcode { get; init; }
}

/// <summary>The kind of an operation.</summary>
public sealed record MobbexOperationKind : ApiModel
{
    /// <summary><see cref="MobbexIntents"/>, <c>payment.multiple-sources</c> or <c>payment.multiple-vendor</c>; Mobbex may add others.</summary>
    public string? Type { get; init; }
}

/// <summary>The result of the fraud check.</summary>
public sealed record MobbexRiskAnalysis : ApiModel
{
    /// <summary>The band, for example <c>red</c>, or <c>N/A</c>.</summary>
    public string? Band { get; init; }

    /// <summary>The level: a number as text, or <c>N/A</c>.</summary>
    public string? Level { get; init; }
}
