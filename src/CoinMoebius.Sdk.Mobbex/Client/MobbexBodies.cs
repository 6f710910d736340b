using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex.Client;

/// <summary>The body of a capture.</summary>
internal sealed record MobbexCaptureRequest
{
    public required decimal Total { get; init; }
}

/// <summary>The body of the older look-up.</summary>
internal sealed record MobbexStatusRequest
{
    public required string Id { get; init; }
}

/// <summary>The body that moves a subscriber; the name is that of Mobbex's own library.</summary>
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
