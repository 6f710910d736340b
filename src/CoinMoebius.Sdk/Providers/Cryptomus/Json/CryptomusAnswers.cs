using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>Reads responses: <c>{ "state": 0, "result": … }</c>, or another state with an error.</summary>
internal static class CryptomusAnswers
{
    /// <summary>True for a state other than zero, which Cryptomus sends with any HTTP status.</summary>
    public static bool IsFailure(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var state = document.RootElement.At("state");
            return state.Exists() && state.Decimal() != 0;
        }
        catch (JsonException)
        {
            // Reading the result reports this error.
            return false;
        }
    }

    /// <summary>Reads a payment, which must be the requested one.</summary>
    public static CryptomusPayment Payment(ReadOnlyMemory<byte> body, PaymentKey key)
    {
        using var document = JsonDocument.Parse(body);
        var result = document.RootElement.At("result");
        var payment = result.ValueKind == JsonValueKind.Object ? result.Deserialize(CryptomusJson.Default.CryptomusPayment) : null;
        if (payment is null || payment.Uuid.Length == 0)
        {
            throw new AnswerException("holds no payment with an id");
        }

        return (key.Uuid is null || string.Equals(payment.Uuid, key.Uuid, StringComparison.OrdinalIgnoreCase))
            && (key.OrderId is null || payment.OrderId == key.OrderId)
                ? payment
                : throw new AnswerException("holds another payment than the requested one");
    }

    /// <summary>Reads the list of services.</summary>
    public static IReadOnlyList<CryptomusService> Services(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var result = document.RootElement.At("result");
        return result.ValueKind == JsonValueKind.Array
            ? [.. result.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object)
                .Select(static item => item.Deserialize(CryptomusJson.Default.CryptomusService)!)]
            : throw new AnswerException("holds no list");
    }
}
