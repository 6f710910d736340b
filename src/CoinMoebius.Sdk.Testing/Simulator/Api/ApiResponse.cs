using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Writes JSON responses.</summary>
internal static class ApiResponse
{
    public static Task WriteAsync(HttpContext context, JsonNode? body, int statusCode = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body?.ToJsonString() ?? "null", context.RequestAborted);
    }

    public static Task WriteAsync(HttpContext context, ApiError error)
    {
        if (error.RetryAfter is { } wait)
        {
            // Rounded up, so that a caller that waits this long succeeds.
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (error.StatusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return WriteAsync(
            context,
            new JsonObject { ["error"] = error.Title, ["message"] = error.Message, ["code"] = error.Code },
            error.StatusCode);
    }

    /// <summary>ISO 8601 in UTC with milliseconds.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}

/// <summary>A refusal of the API.</summary>
internal sealed record ApiError(int StatusCode, string Title, string Code, string Message)
{
    public TimeSpan? RetryAfter { get; init; }

    public static ApiError BadRequest(string code, string message) => new(StatusCodes.Status400BadRequest, "Bad request", code, message);

    public static ApiError NotFound(string code, string message) => new(StatusCodes.Status404NotFound, "Not found", code, message);

    public static ApiError Invalid(string code, string message) => new(StatusCodes.Status422UnprocessableEntity, "Not valid", code, message);
}
