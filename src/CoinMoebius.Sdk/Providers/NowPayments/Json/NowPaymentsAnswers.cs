using System.Text.Json;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.NowPayments.Json;

/// <summary>Reads NOWPayments' responses. An object without an id, or with another one, is not the requested object.</summary>
internal static class NowPaymentsAnswers
{
    public static bool IsOk(ReadOnlyMemory<byte> body) =>
        ApiTransport.ReadDocument(body, static (root, _) => root.At("message").Text() == "OK", 0);

    public static IReadOnlyList<string> Texts(ReadOnlyMemory<byte> body, string name) => ApiTransport.ReadDocument(
        body,
        static (root, name) => root.At(name) is { ValueKind: JsonValueKind.Array } list
            ? (IReadOnlyList<string>)[.. list.EnumerateArray().Select(static item => item.Text()).OfType<string>()]
            : throw new AnswerException("holds no list of currencies"),
        name);

    public static NowPaymentsInvoice Invoice(ReadOnlyMemory<byte> body)
    {
        var invoice = JsonSerializer.Deserialize(body.Span, NowPaymentsJson.Default.NowPaymentsInvoice);
        return invoice is { Id.Length: > 0 } ? invoice : throw new AnswerException("holds no invoice with an id");
    }

    public static NowPaymentsPayment Payment(ReadOnlyMemory<byte> body, string? id)
    {
        var payment = JsonSerializer.Deserialize(body.Span, NowPaymentsJson.Default.NowPaymentsPayment);
        return payment is not { PaymentId.Length: > 0 } ? throw new AnswerException("holds no payment with an id")
            : id is null || payment.PaymentId == id ? payment
            : throw new AnswerException("holds another payment than the requested one");
    }
}
