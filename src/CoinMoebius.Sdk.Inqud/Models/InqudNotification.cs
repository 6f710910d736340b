using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud.Json;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// Inqud's own object in a webhook, for data that the neutral event does not contain. A closed family: <see cref="InqudCheckoutNotification"/>,
/// <see cref="InqudRequestNotification"/>, <see cref="InqudPaymentNotification"/> or <see cref="InqudUnknownNotification"/>. The
/// object's id determines the type. Inqud's on-ramp pages suggest that a webhook contains the object in the API's format.
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
    /// <exception cref="ArgumentException">The event belongs to another provider, or its body is not JSON.</exception>
    public static InqudNotification Read(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return webhookEvent.Provider == PaymentProvider.Inqud
            ? Parse(webhookEvent.RawBody)
            : throw new ArgumentException($"The event belongs to {webhookEvent.Provider}, not to Inqud.", nameof(webhookEvent));
    }

    /// <summary>Reads a body without verifying its sender: verify it first.</summary>
    /// <param name="body">The body as received.</param>
    /// <exception cref="ArgumentException">The body is not JSON.</exception>
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

    /// <summary>Returns the type's name only, because the object contains addresses and orders.</summary>
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

/// <summary>Another object: of the on-ramp or recurring products, or a new type.</summary>
/// <param name="Body">The body.</param>
public sealed record InqudUnknownNotification(JsonElement Body) : InqudNotification;
