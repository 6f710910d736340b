using System.Text.Json;

namespace CoinMoebius.Sdk;

/// <summary>The response to <see cref="IApiClient.SendRawAsync"/>, with a status of 2xx.</summary>
/// <param name="body">The body.</param>
public sealed class RawResponse(ReadOnlyMemory<byte> body)
{
    /// <summary>The body, byte for byte; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JsonElement ReadJson()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }
}
