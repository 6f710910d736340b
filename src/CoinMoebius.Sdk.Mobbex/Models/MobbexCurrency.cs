using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A currency. Mobbex has three forms of it, two of them objects; <see cref="Code"/> reads all.</summary>
public sealed record MobbexCurrency : ApiModel
{
    private const string Test = "TEST";

    /// <summary>The ISO 4217 code in upper case, or <c>TEST</c> in test mode; empty when the response has none.</summary>
    [JsonIgnore]
    public string Code => CurrencyUnits.Upper(CodeText ?? Value ?? IsoCode ?? "");

    /// <summary>True for the currency of test mode.</summary>
    [JsonIgnore]
    public bool IsTest => Code == Test;

    /// <summary>The code in operations and notifications; or null.</summary>
    [JsonPropertyName("code")]
    public string? CodeText { get; init; }

    /// <summary>The name in operations and notifications; or null.</summary>
    public string? Text { get; init; }

    /// <summary>The symbol, for example <c>$</c>; <c>T$</c> in test mode.</summary>
    public string? Symbol { get; init; }

    /// <summary>The culture to format amounts with, for example <c>es-AR</c>; or null.</summary>
    public string? Locale { get; init; }

    /// <summary>The code in lists and instalments; or null.</summary>
    public string? Value { get; init; }

    /// <summary>The name in lists and instalments; or null.</summary>
    public string? Label { get; init; }

    /// <summary>The ISO code in instalments; or null.</summary>
    public string? IsoCode { get; init; }

    /// <summary>The decimals of the currency; or null.</summary>
    public int? Exponent { get; init; }

    /// <summary>True when payers do not see the currency; or null.</summary>
    public bool? Hidden { get; init; }

    /// <summary>True when the JSON is a string, and is written as one.</summary>
    [JsonIgnore]
    internal bool IsText { get; init; }
}
