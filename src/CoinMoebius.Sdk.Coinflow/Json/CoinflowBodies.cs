using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Reads successful responses, whose body may be an object, an array, a plain text or number, or empty.</summary>
internal static class CoinflowBodies
{
    public static bool IsEmpty(ReadOnlyMemory<byte> body)
    {
        foreach (var item in body.Span)
        {
            if (item is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a started payment. A payment without an id is an error, because it cannot be looked up.</summary>
    public static T Started<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
        where T : CoinflowStartedPayment =>
        JsonSerializer.Deserialize(body.Span, json) is { PaymentId.Length: > 0 } payment ? payment : throw new AnswerException("has no payment id");

    /// <summary>Reads a job: an object with its id, or the plain id. A response without an id also means that the job was accepted.</summary>
    public static CoinflowJob Job(ReadOnlyMemory<byte> body)
    {
        if (IsEmpty(body))
        {
            return new();
        }

        using var document = JsonDocument.Parse(body);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Deserialize(CoinflowJson.Default.CoinflowJob)!
            : new() { JobId = document.RootElement.TextOrNumber() ?? "" };
    }

    /// <summary>Reads a plain text or number, or null.</summary>
    public static string? Text(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TextOrNumber();
    }

    /// <summary>Reads a plain array and skips items that are not objects. Empty when the body is empty.</summary>
    public static IReadOnlyList<T> List<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
        where T : class
    {
        if (IsEmpty(body))
        {
            return [];
        }

        using var document = JsonDocument.Parse(body);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(item => item.Deserialize(json)!)]
            : throw new AnswerException("is not a list");
    }
}
