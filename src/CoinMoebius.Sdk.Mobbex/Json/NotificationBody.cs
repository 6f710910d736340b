using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>Converts the body of a notification, JSON or a form, to JSON.</summary>
internal static class NotificationBody
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>True for the media types that <see cref="ToJson(WebhookRequest)"/> reads.</summary>
    public static bool Accepts(string mediaType) =>
        mediaType is Json or Form
        || (mediaType.StartsWith("application/", StringComparison.Ordinal) && mediaType.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Converts the body to JSON; returns null for a malformed form.</summary>
    public static ReadOnlyMemory<byte>? ToJson(WebhookRequest request)
    {
        var type = request.GetHeader("Content-Type");
        return ToJson(request.Body, type.Count == 0 ? null : type[0]);
    }

    /// <summary>True when the body is a form.</summary>
    public static bool IsForm(WebhookRequest request)
    {
        var type = request.GetHeader("Content-Type");
        return IsForm(request.Body.Span, type.Count == 0 ? null : type[0]);
    }

    /// <inheritdoc cref="ToJson(WebhookRequest)"/>
    public static ReadOnlyMemory<byte>? ToJson(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (!IsForm(body.Span, contentType))
        {
            return body;
        }

        return FormBody.ToJson(body.Span) is { } json ? json : null;
    }

    private static bool IsForm(ReadOnlySpan<byte> body, string? contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType))
        {
            // No JSON text begins with a letter and has an equals sign before any quotation mark.
            return body.Length > 0 && body[0] is >= (byte)'a' and <= (byte)'z' && body.IndexOfAny((byte)'=', (byte)'"') is > 0 and var at && body[at] == '=';
        }

        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals(Form.AsSpan(), StringComparison.OrdinalIgnoreCase);
    }
}
