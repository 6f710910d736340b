using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.DodoPayments.Json;

/// <summary>Reads Dodo Payments' answers. An address that no browser may be sent to is an error, never passed on.</summary>
internal static class DodoPaymentsAnswers
{
    public static DodoPaymentsCheckout Checkout(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var checkout = Read(document, DodoPaymentsJson.Default.DodoPaymentsCheckout);
        if (checkout.SessionId.Length == 0)
        {
            throw new AnswerException("has no session_id");
        }

        if (checkout.CheckoutUrl is null && document.RootElement.At("checkout_url").Exists())
        {
            throw new AnswerException("has a checkout_url that no browser may be sent to");
        }

        return checkout;
    }

    public static DodoPaymentsPortalSession PortalSession(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.At("link").Text() is { } link && SafeUrls.TryParsePage(link, out _)
            ? Read(document, DodoPaymentsJson.Default.DodoPaymentsPortalSession)
            : throw new AnswerException("has no link that a browser may be sent to");
    }

    private static T Read<T>(JsonDocument document, JsonTypeInfo<T> json)
        where T : class =>
        document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Deserialize(json)!
            : throw new AnswerException("is not an object");
}
