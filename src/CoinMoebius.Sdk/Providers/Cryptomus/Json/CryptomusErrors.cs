using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>
/// Creates exceptions from error responses: <c>{ "state": 1, "message": "…" }</c>, or <c>"errors"</c> by field. The status for an unknown
/// payment is not documented, so the message decides. Source: doc.cryptomus.com/business/payments/resend-webhook, "Possible errors".
/// </summary>
internal static class CryptomusErrors
{
    private const int MaxTextLength = 1024;

    public static CoinMoebiusApiException? Create(string message, ApiError error, ReadOnlyMemory<byte> body)
    {
        if (error.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (int)error.Status is 429 or >= 500)
        {
            return null;
        }

        if (IsUnknownPayment(error.Text))
        {
            return new CoinMoebiusNotFoundException(message, error);
        }

        return Fields(body) is { } fields ? new CoinMoebiusValidationException(message, error with { Text = fields }) : null;
    }

    private static bool IsUnknownPayment(string? text) =>
        text is not null
        && (text.StartsWith("Payment", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Invoice", StringComparison.OrdinalIgnoreCase))
        && text.AsSpan().Contains("not found".AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the fields with their errors in one line.</summary>
    private static string? Fields(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        if (document?.RootElement.At("errors") is not { ValueKind: JsonValueKind.Object } errors)
        {
            return null;
        }

        try
        {
            var text = string.Join("; ", errors.EnumerateObject().Select(static field => $"{field.Name}: {field.Value.First().Text() ?? field.Value.Text()}"));
            return text.Length <= MaxTextLength ? text : text.Substring(0, MaxTextLength);
        }
        catch (InvalidOperationException)
        {
            // Invalid text inside. The exception carries the raw body.
            return "";
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // A proxy's page. The exception carries it unchanged.
            return null;
        }
    }
}
