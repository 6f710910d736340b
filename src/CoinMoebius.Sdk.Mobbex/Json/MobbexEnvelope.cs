using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>
/// Reads responses, whose payload is inside <c>{ "result": true, "data": … }</c> or, for some look-ups, at the root.
/// </summary>
internal static class MobbexEnvelope
{
    /// <summary>True for <c>"result": false</c>, which Mobbex sends with any status.</summary>
    public static bool IsFailure(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isResult = reader.ValueTextEquals("result"u8);
                reader.Read();
                if (isResult)
                {
                    return reader.TokenType == JsonTokenType.False
                        || (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("false"u8));
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // The code that reads the payload reports the error.
        }

        return false;
    }

    /// <summary>Reads the payload as an object.</summary>
    public static T ReadPayload<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
        where T : class
    {
        using var document = JsonDocument.Parse(body);
        return Object(Payload(document.RootElement), json);
    }

    /// <summary>Reads the response to an action, including its envelope; an empty body yields an empty object.</summary>
    public static MobbexAnswer ReadAnswer(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return new MobbexAnswer();
        }

        using var document = JsonDocument.Parse(body);
        return Object(document.RootElement, MobbexJson.Default.MobbexAnswer);
    }

    /// <summary>Reads the payload as a list: an array, or an object with an array <c>docs</c> or <c>transactions</c>.</summary>
    public static IReadOnlyList<T> ReadList<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
        where T : class
    {
        using var document = JsonDocument.Parse(body);
        var payload = Payload(document.RootElement);
        var list = payload.ValueKind == JsonValueKind.Array ? payload : payload.At("docs") is { ValueKind: JsonValueKind.Array } docs ? docs : payload.At("transactions");
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(item => Object(item, json))]
            : throw new AnswerException("is not a list");
    }

    /// <summary>Reads an operation: <c>transaction</c> of the payload with its sibling <c>transactions</c>, or the payload itself.</summary>
    public static MobbexOperation ReadOperation(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var payload = Payload(document.RootElement);
        if (payload.At("transaction").ValueKind == JsonValueKind.Object)
        {
            var operation = Object(payload.At("transaction"), MobbexJson.Default.MobbexOperation);
            return payload.At("transactions").ValueKind == JsonValueKind.Array
                ? operation with { Transactions = Object(payload, MobbexJson.Default.MobbexOperation).Transactions }
                : operation;
        }

        return payload.At("payment").ValueKind == JsonValueKind.Object
            ? Object(payload, MobbexJson.Default.MobbexOperation)
            : throw new AnswerException("holds no operation");
    }

    /// <summary>Reads a record: the payload, or the first of its <c>transactions</c>.</summary>
    public static MobbexTransaction ReadTransaction(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var payload = Payload(document.RootElement);
        var record = payload.At("transaction") is { ValueKind: JsonValueKind.Object } whole ? whole
            : payload.At("transactions").First() is { ValueKind: JsonValueKind.Object } first ? first
            : payload;
        return Object(record, MobbexJson.Default.MobbexTransaction);
    }

    private static JsonElement Payload(JsonElement root) => root.At("data").Exists() ? root.At("data") : root;

    private static T Object<T>(JsonElement element, JsonTypeInfo<T> json)
        where T : class =>
        element.ValueKind == JsonValueKind.Object ? element.Deserialize(json)! : throw new AnswerException("is not the expected object");
}
