using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The status of a payment with its texts. Some responses contain only the code.</summary>
public sealed record MobbexStatus : ApiModel
{
    /// <summary>The code, which is decisive; null when the response has none.</summary>
    public MobbexStatusCode? Code { get; init; }

    /// <summary>The name of the status, in the language of the request.</summary>
    public string? Text { get; init; }

    /// <summary>The message for the payer.</summary>
    public string? Message { get; init; }

    /// <summary>How to show the status; or null.</summary>
    public JsonElement? View { get; init; }

    /// <summary>The code of the card network; or null.</summary>
    public string? ResultCode { get; init; }

    /// <summary>Further data of the status; or null.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>True when the JSON is a string, and is written as one.</summary>
    [JsonIgnore]
    internal bool IsText { get; init; }
}
