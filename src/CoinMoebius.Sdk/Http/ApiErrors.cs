using System.Net;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Webhooks.Json;

namespace CoinMoebius.Sdk.Http;

/// <summary>Turns answers that are not what is due into exceptions. Nothing of a body gets into a message but a one-word code.</summary>
internal static class ApiErrors
{
    private const int MaxBodyLength = 4096;
    private const int MaxTextLength = 1024;
    private const int MaxCodeLength = 64;

    /// <summary>The exception for an error status.</summary>
    public static CoinMoebiusApiException FromStatus(HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeProvider timeProvider)
    {
        var (code, text) = ReadError(body);
        var status = response.StatusCode;
        var message = $"The Coin Moebius API answered {(int)status}{(code is null ? "" : $" ({code})")}. {Hint(status)}".TrimEnd();
        var error = new ApiError(status, code, text, RetryRules.RetryAfter(response, timeProvider), Raw(body));
        return status switch
        {
            HttpStatusCode.BadRequest or (HttpStatusCode)422 => new CoinMoebiusValidationException(message, error),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CoinMoebiusAuthenticationException(message, error),
            HttpStatusCode.NotFound => new CoinMoebiusNotFoundException(message, error),
            RetryRules.TooManyRequests => new CoinMoebiusRateLimitException(message, error),
            _ => new CoinMoebiusApiException(message, error),
        };
    }

    /// <summary>The exception for a success whose body is not what is due.</summary>
    public static CoinMoebiusApiException FromBody(HttpStatusCode status, ReadOnlyMemory<byte> body, string problem) =>
        new($"The Coin Moebius API answered {(int)status}, but the body {problem}.") { StatusCode = status, ResponseBody = Raw(body) };

    private static string Hint(HttpStatusCode status) => (int)status switch
    {
        401 => "Check CoinMoebiusOptions.ApiKey.",
        403 => "The key may not do this: check that it is of this project.",
        >= 300 and < 400 => "Redirects are not followed: check CoinMoebiusOptions.BaseAddress.",
        _ => "",
    };

    private static (string? Code, string? Text) ReadError(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = root.At("error");
            var code = Code(root.At("code")) ?? Code(error.At("code")) ?? Code(error);
            var text = root.At("message").Text() ?? error.At("message").Text() ?? error.Text();
            return (code, text == code ? null : Cap(text, MaxTextLength));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or not valid text inside; the raw body says it.
            return default;
        }
    }

    private static string? Code(JsonElement element) =>
        element.TextOrNumber() is { Length: <= MaxCodeLength } text
        && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.')
            ? text
            : null;

    private static string? Raw(ReadOnlyMemory<byte> body)
    {
        // A character takes at least one byte, so no more bytes than characters are needed.
        var text = Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, MaxBodyLength)).ToArray());
        return text.Length == 0 ? null : text;
    }

    private static string? Cap(string? text, int length) => text is null || text.Length <= length ? text : text.Substring(0, length);
}
