using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The status of a payment, with its words. Some answers hold the code alone.</summary>
public sealed record MobbexStatus : ApiModel
{
    /// <summary>The code, which decides; null when the answer has none.</summary>
    public MobbexStatusCode? Code { get; init; }

    /// <summary>The name of the status, in the language of the request.</summary>
    public string? Text { get; init; }

    /// <summary>What to tell the payer.</summary>
    public string? Message { get; init; }

    /// <summary>How to show it; or null.</summary>
    public JsonElement? View { get; init; }

    /// <summary>The code of the card network; or null.</summary>
    public string? ResultCode { get; init; }

    /// <summary>What else belongs to the status; or null.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>True when it came as a text, and goes back as one.</summary>
    [JsonIgnore]
    internal bool IsText { get; init; }
}
