using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.MoneyButton.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>
/// Reads saved responses of Money Button's API: the JSON:API documents of version 1, and the payment document of version 2. It does not
/// call the API, whose host no longer exists. Names of version 1 are compared without <c>-</c>, <c>_</c> and case.
/// </summary>
/// <remarks>
/// Sources: docs.moneybutton.com/docs/api/v1/api-v1-get-payment-by-id, …/v1/api-v1-get-payments.html and
/// …/v2/api-v2-get-payment-by-id.html; github.com/moneybutton/docs for the other documents of version 1.
/// </remarks>
public static class MoneyButtonDocument
{
    /// <summary>Reads one payment, of version 1 (<c>data</c>) or version 2 (<c>payment</c>, <c>paymentOutputs</c>).</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="MoneyButtonDocumentException">The text is not such a document, or the document contains errors.</exception>
    public static MoneyButtonPayment ReadPayment(ReadOnlyMemory<byte> json) => Read(json, static root =>
    {
        if (root.At("data").ValueKind == JsonValueKind.Object)
        {
            return new JsonApiDocument(root).ReadPayment(root.At("data"));
        }

        return root.At("payment").ValueKind == JsonValueKind.Object ? ReadVersion2(root) : null;
    });

    /// <summary>Reads a list of payments of version 1.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="MoneyButtonDocumentException">The text is not such a document, or the document contains errors.</exception>
    public static MoneyButtonPaymentPage ReadPayments(ReadOnlyMemory<byte> json) => Read(json, static root =>
    {
        if (root.At("data").ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var document = new JsonApiDocument(root);
        var payments = root.At("data").EnumerateArray().Select(document.ReadPayment).OfType<MoneyButtonPayment>().ToArray();
        return new MoneyButtonPaymentPage(payments, document.Meta("totalPages").Decimal() is >= 0 and <= int.MaxValue and var pages ? (int)pages : null);
    });

    /// <summary>Reads a user's identity.</summary>
    /// <param name="json">The document of version 1.</param>
    /// <exception cref="MoneyButtonDocumentException">The text is not such a document, or the document contains errors.</exception>
    public static MoneyButtonIdentity ReadIdentity(ReadOnlyMemory<byte> json) => ReadResource(json, MoneyButtonJson.Default.MoneyButtonIdentity);

    /// <summary>Reads a user's profile.</summary>
    /// <param name="json">The document of version 1.</param>
    /// <exception cref="MoneyButtonDocumentException">The text is not such a document, or the document contains errors.</exception>
    public static MoneyButtonProfile ReadProfile(ReadOnlyMemory<byte> json) => ReadResource(json, MoneyButtonJson.Default.MoneyButtonProfile);

    /// <summary>Reads a user's balance.</summary>
    /// <param name="json">The document of version 1.</param>
    /// <exception cref="MoneyButtonDocumentException">The text is not such a document, or the document contains errors.</exception>
    public static MoneyButtonBalance ReadBalance(ReadOnlyMemory<byte> json) => ReadResource(json, MoneyButtonJson.Default.MoneyButtonBalance);

    private static T ReadResource<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
        where T : class =>
        Read(json, root => JsonApiDocument.ReadResource(root.At("data"), type));

    private static MoneyButtonPayment ReadVersion2(JsonElement root)
    {
        var payment = root.At("payment").Deserialize(MoneyButtonJson.Default.MoneyButtonPayment)!;
        var outputs = JsonApiDocument.Items(root.At("paymentOutputs")).Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => item.Deserialize(MoneyButtonJson.Default.MoneyButtonOutput)!).ToArray();
        if (outputs.Length == 0)
        {
            return payment;
        }

        // The document has the same list twice. When the two differ, the check of the recipient needs both.
        return payment.PaymentOutputs is not { Count: > 0 } inside ? payment with { PaymentOutputs = outputs }
            : OutputLists.Agree(inside, outputs) ? payment
            : payment with { Outputs = outputs };
    }

    private static T Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return ErrorList.Read(document.RootElement) is { } errors
                ? throw new MoneyButtonDocumentException("The document contains errors of the API, so nothing else in it counts: see Errors.", errors)
                : read(document.RootElement)
                    ?? throw new MoneyButtonDocumentException("The JSON is not a document of this kind. Is it another response of the API?");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The messages of both exceptions may quote the text.
            throw new MoneyButtonDocumentException("The text is not JSON in UTF-8.");
        }
    }
}
