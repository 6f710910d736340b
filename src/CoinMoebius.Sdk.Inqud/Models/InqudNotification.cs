using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// Inqud's own object in a webhook, for what the neutral event does not hold. A closed family: <see cref="InqudCheckoutNotification"/>,
/// <see cref="InqudRequestNotification"/>, <see cref="InqudPaymentNotification"/> or <see cref="InqudUnknownNotification"/>. Which one it
/// is says the object's id; that a webhook carries the object as the API answers it is inferred from Inqud's on-ramp pages.
/// </summary>
public abstract record InqudNotification
{
    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = EventMapping.MaxDepth };

    private protected InqudNotification()
    {
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the object of a verified event.</summary>
    /// <param name="webhookEvent">An event of Inqud's.</param>
    /// <exception cref="ArgumentException">It is another provider's, or its body is not JSON.</exception>
    public static InqudNotification Read(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return webhookEvent.Provider == PaymentProvider.Inqud
            ? Parse(webhookEvent.RawBody)
            : throw new ArgumentException($"The event is {webhookEvent.Provider}'s, not Inqud's.", nameof(webhookEvent));
    }

    /// <summary>Reads a body. It says nothing about who sent it: verify first.</summary>
    /// <param name="body">The body as received.</param>
    /// <exception cref="ArgumentException">It is not JSON.</exception>
    public static InqudNotification Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body, ParseOptions);
            return From(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ArgumentException("The body is not JSON.", nameof(body), exception);
        }
    }

    /// <summary>The type's name: the object holds addresses and orders.</summary>
    public sealed override string ToString() => GetType().Name;

    private static InqudNotification From(JsonElement root) => root.At("id").Text() switch
    {
        { } id when id.StartsWith(InqudIds.Checkout, StringComparison.Ordinal) => new InqudCheckoutNotification(Object<InqudCheckout>(root)),
        { } id when id.StartsWith(InqudIds.Request, StringComparison.Ordinal) => new InqudRequestNotification(Object<InqudRequest>(root)),
        { } id when id.StartsWith(InqudIds.Payment, StringComparison.Ordinal) => new InqudPaymentNotification(Object<InqudPayment>(root)),
        null when root.At("paymentId").Text() is not null => new InqudPaymentNotification(Object<InqudPayment>(root)),
        _ => new InqudUnknownNotification(root.Clone()),
    };

    private static T Object<T>(JsonElement root)
        where T : ApiModel =>
        root.Deserialize(InqudJson.Info<T>())!;
}

/// <summary>A checkout changed its status.</summary>
/// <param name="Checkout">The checkout.</param>
public sealed record InqudCheckoutNotification(InqudCheckout Checkout) : InqudNotification;

/// <summary>A request changed its status.</summary>
/// <param name="Request">The request.</param>
public sealed record InqudRequestNotification(InqudRequest Request) : InqudNotification;

/// <summary>A payment changed its status.</summary>
/// <param name="Payment">The payment.</param>
public sealed record InqudPaymentNotification(InqudPayment Payment) : InqudNotification;

/// <summary>Something else: of the on-ramp or recurring products, or new.</summary>
/// <param name="Body">What came.</param>
public sealed record InqudUnknownNotification(JsonElement Body) : InqudNotification;
