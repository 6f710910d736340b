using System.Text.Json;

namespace CoinMoebius.Cli.Webhooks;

/// <summary>The caller's id of a case: a text, a number as written, or nothing.</summary>
internal readonly struct CaseId
{
    private readonly string? _text;
    private readonly bool _isNumber;

    private CaseId(string text, bool isNumber)
    {
        _text = text;
        _isNumber = isNumber;
    }

    public bool IsMissing => _text is null;

    /// <exception cref="CaseException">The id is neither.</exception>
    public static CaseId Read(JsonElement root) => root.TryGetProperty("id", out var id)
        ? id.ValueKind switch
        {
            JsonValueKind.String => new(id.GetString()!, isNumber: false),
            JsonValueKind.Number => new(id.GetRawText(), isNumber: true),
            JsonValueKind.Null => default,
            _ => throw new CaseException("\"id\" must be a text or a number."),
        }
        : default;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("id");
        if (_text is null)
        {
            writer.WriteNullValue();
        }
        else if (_isNumber)
        {
            writer.WriteRawValue(_text);
        }
        else
        {
            writer.WriteStringValue(_text);
        }
    }
}
