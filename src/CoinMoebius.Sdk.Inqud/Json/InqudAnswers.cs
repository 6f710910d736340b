using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>Reads Inqud's responses, and rejects objects without an id or with another id than the requested one.</summary>
internal static class InqudAnswers
{
    public static InqudCheckout Checkout(ReadOnlyMemory<byte> body, string? id)
    {
        var checkout = Object(body, InqudJson.Default.InqudCheckout);
        RequireId(checkout.Id, id, "checkout");
        return checkout;
    }

    public static InqudRequest Request(ReadOnlyMemory<byte> body, string? id)
    {
        var request = Object(body, InqudJson.Default.InqudRequest);
        RequireId(request.Id, id, "request");
        return request;
    }

    public static InqudOnRampCheckout OnRampCheckout(ReadOnlyMemory<byte> body, string? id)
    {
        var checkout = Object(body, InqudJson.Default.InqudOnRampCheckout);
        RequireId(checkout.Id, id, "checkout");
        return checkout;
    }

    public static InqudPayment Payment(ReadOnlyMemory<byte> body, string? id)
    {
        var payment = Object(body, InqudJson.Default.InqudPayment);
        RequireId(payment.Id, id, "payment");
        return payment;
    }

    public static InqudRate Rate(ReadOnlyMemory<byte> body, (string Base, string Quote) assets)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object ? root.Deserialize(InqudJson.Default.InqudRate)!
            : root.Decimal() is { } rate ? new() { Rate = rate, BaseAsset = assets.Base, QuoteAsset = assets.Quote }
            : throw new AnswerException("is neither an object nor a number");
    }

    public static IReadOnlyList<InqudBalance> Balances(ReadOnlyMemory<byte> body) => List(body, InqudJson.Default.InqudBalance);

    public static IReadOnlyList<InqudPayment> Payments(ReadOnlyMemory<byte> body) => List(body, InqudJson.Default.InqudPayment);

    private static T Object<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
        where T : class =>
        JsonSerializer.Deserialize(body.Span, json) ?? throw new AnswerException("is null");

    // Only the documentation of balances states whether lists are wrapped.
    private static List<T> List<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var array = root.ValueKind != JsonValueKind.Object ? root
            : root.EnumerateObject().Select(member => member.Value).Where(value => value.ValueKind == JsonValueKind.Array).Take(2).ToList()
                is [var only] ? only
            : default;
        return array.ValueKind == JsonValueKind.Array
            ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => item.Deserialize(json)!)]
            : throw new AnswerException("has no list");
    }

    private static void RequireId(string found, string? expected, string what)
    {
        if (found.Length == 0)
        {
            throw new AnswerException($"has no {what} with an id");
        }

        if (expected is not null && !string.Equals(found, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new AnswerException($"has another {what} than the requested one");
        }
    }
}
