using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.DodoPayments.Json;

/// <summary>Reads Dodo Payments' responses. An address to which no browser may be redirected is an error and never passed on.</summary>
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
            throw new AnswerException("has a checkout_url to which no browser may be redirected");
        }

        return checkout;
    }

    public static DodoPaymentsPortalSession PortalSession(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.At("link").Text() is { } link && SafeUrls.TryParsePage(link, out _)
            ? Read(document, DodoPaymentsJson.Default.DodoPaymentsPortalSession)
            : throw new AnswerException("has no link to which a browser may be redirected");
    }

    private static T Read<T>(JsonDocument document, JsonTypeInfo<T> json)
        where T : class =>
        document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Deserialize(json)!
            : throw new AnswerException("is not an object");
}
