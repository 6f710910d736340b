using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>The body of a capture.</summary>
internal sealed record MobbexCaptureRequest
{
    public required decimal Total { get; init; }
}

/// <summary>The body of the older status endpoint (<c>POST /2.0/transactions/status</c>).</summary>
internal sealed record MobbexStatusRequest
{
    public required string Id { get; init; }
}

/// <summary>The body that moves a subscriber; Mobbex's own library uses the name <c>sid</c>.</summary>
internal sealed record MobbexMoveRequest
{
    public required string Sid { get; init; }
}

/// <summary>The body of Dev Connect.</summary>
internal sealed record MobbexConnectRequest
{
    [JsonPropertyName("return_url")]
    public required Uri ReturnUrl { get; init; }
}
