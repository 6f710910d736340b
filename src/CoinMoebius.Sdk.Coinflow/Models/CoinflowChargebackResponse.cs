using System.Text.Json;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The response to a dispute: as text, or as a file that was uploaded before.</summary>
public sealed record CoinflowChargebackResponse : ApiModel
{
    /// <summary>The response in Coinflow's format, or null.</summary>
    public JsonElement? Response { get; init; }

    /// <summary>The file's key, or null.</summary>
    public string? FileKey { get; init; }

    internal void Check() => CoinflowChecks.Require(
        Response is null != string.IsNullOrWhiteSpace(FileKey), nameof(Response), "set Response or FileKey, but not both.");
}

/// <summary>The body of <c>PUT /merchant/chargebacks/{paymentId}/ignore</c>.</summary>
internal sealed record CoinflowIgnoreRequest(bool Ignore);
