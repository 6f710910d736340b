using System.Net;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Http;

/// <summary>Turns error responses and invalid responses into exceptions. A message contains no text of a body except a one-word code.</summary>
internal static class ApiErrors
{
    private const int MaxBodyLength = 4096;
    private const int MaxTextLength = 1024;
    private const int MaxCodeLength = 64;

    /// <summary>Returns the exception for an error status, or for a success status whose body reports a failure.</summary>
    public static CoinMoebiusApiException FromAnswer(
        ApiDialect dialect, HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeProvider timeProvider)
    {
        var (code, text) = ReadError(body);
        var status = response.StatusCode;
        var message = $"The {dialect.Name} API {Verb(response)} {(int)status}{(code is null ? "" : $" ({code})")}. {Hint(dialect, status)}".TrimEnd();
        var error = new ApiError(status, code, text, RetryRules.RetryAfter(response, timeProvider), Raw(body), RequestId(dialect, response), dialect.Provider);
        return dialect.CreateException?.Invoke(message, error, body) ?? status switch
        {
            HttpStatusCode.BadRequest or (HttpStatusCode)422 => new CoinMoebiusValidationException(message, error),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CoinMoebiusAuthenticationException(message, error),
            HttpStatusCode.NotFound => new CoinMoebiusNotFoundException(message, error),
            RetryRules.TooManyRequests => new CoinMoebiusRateLimitException(message, error),
            _ => new CoinMoebiusApiException(message, error),
        };
    }

    /// <summary>Returns the exception for a success whose body is invalid.</summary>
    public static CoinMoebiusApiException FromBody(ApiDialect dialect, HttpResponseMessage response, ReadOnlyMemory<byte> body, string problem) =>
        new($"The {dialect.Name} API answered {(int)response.StatusCode}, but the body {problem}.")
        {
            StatusCode = response.StatusCode,
            RequestId = RequestId(dialect, response),
            ResponseBody = Raw(body),
            Provider = dialect.Provider,
        };

    private static string Verb(HttpResponseMessage response) => response.IsSuccessStatusCode ? "reported a failure with status" : "answered";

    private static string Hint(ApiDialect dialect, HttpStatusCode status) => (int)status switch
    {
        401 => dialect.CredentialsHint,
        403 => "The credentials lack the permission: check the account they belong to.",
        >= 300 and < 400 => "Redirects are not followed: check the option BaseAddress.",
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
            var code = Code(root.At("code")) ?? Code(error.At("code")) ?? Code(error.At("type")) ?? Code(error) ?? Code(root.At("errorType"));
            var text = root.At("message").Text() ?? error.At("message").Text() ?? error.Text() ?? root.At("errorMessage").Text();
            return (code, text == code ? null : Cap(text, MaxTextLength));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or with invalid text inside. The exception carries the raw body.
            return default;
        }
    }

    private static string? RequestId(ApiDialect dialect, HttpResponseMessage response) =>
        dialect.RequestIdHeader is { } name && response.Headers.TryGetValues(name, out var values) && values.First() is { Length: > 0 } id && IsWord(id)
            ? id
            : null;

    private static string? Code(JsonElement element) => element.TextOrNumber() is { } text && IsWord(text) ? text : null;

    private static bool IsWord(string text) =>
        text.Length <= MaxCodeLength
        && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or ':');

    private static string? Raw(ReadOnlyMemory<byte> body)
    {
        // A character takes at least one byte, so as many bytes as characters are enough.
        var text = Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, MaxBodyLength)).ToArray());
        return text.Length == 0 ? null : text;
    }

    private static string? Cap(string? text, int length) => text is null || text.Length <= length ? text : text.Substring(0, length);
}

/// <summary>The content of an error response: the details of <see cref="CoinMoebiusApiException"/>.</summary>
internal sealed record ApiError(HttpStatusCode Status, string? Code, string? Text, TimeSpan? RetryAfter, string? Body, string? RequestId = null, PaymentProvider? Provider = null);

/// <summary>
/// An invalid response. Carries the problem to the code that knows the status and body; it never leaves the client.
/// </summary>
internal sealed class AnswerException(string problem) : Exception(problem);
