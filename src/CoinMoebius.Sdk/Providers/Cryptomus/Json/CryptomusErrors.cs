using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>
/// Makes exceptions of error answers: <c>{ "state": 1, "message": "…" }</c>, or <c>"errors"</c> by field. Which status an unknown payment
/// has is not documented, so its message counts. Source: doc.cryptomus.com/business/payments/resend-webhook, "Possible errors".
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

    /// <summary>The fields and what is wrong with them, in one line.</summary>
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
            // Not valid text inside; the raw body says it.
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
            // A page of a proxy; the exception keeps it as it is.
            return null;
        }
    }
}
