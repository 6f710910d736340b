using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Reads request bodies.</summary>
internal static class RequestBody
{
    public const int MaxSize = 64 * 1024;

    /// <summary>The exact bytes; null when there are more than <see cref="MaxSize"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        var body = new byte[MaxSize + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted)
            .ConfigureAwait(false);
        return length > MaxSize ? null : body[..length];
    }

    /// <summary>False when the body is not one JSON value.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement json)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }
}
