using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>Maps Money Button's notifications to neutral events. Fields: about.moneybutton.com/docs/api/api-webhooks.</summary>
internal static class MoneyButtonEventMapper
{
    public static WebhookEvent Map(JsonElement root, in MoneyButtonDelivery delivery)
    {
        var payment = root.At("payment");
        var status = payment.At("status").Text() ?? "";
        var head = new WebhookEventHead(
            PaymentProvider.MoneyButton,
            ContentDigest.EventId(delivery.RedactedBody.Span),
            status,
            delivery.RedactedBody,
            OccurredAt: payment.At("updatedAt").IsoTime());
        var metadata = MerchantData(payment.At("buttonData"), out var reference);
        metadata.Set("txid", payment.At("txid").Text());
        metadata.Set("satoshis", payment.At("satoshis").TextOrNumber());
        metadata.Set("statusDescription", payment.At("statusDescription").Text());
        var id = payment.At("id").TextOrNumber();
        if (id is not { } paymentId || StatusOf(status, delivery.AcceptZeroConfirmation) is not { } meaning)
        {
            metadata.Set("paymentId", id);
            metadata.Set("status", status.Length > 0 ? status : null);
            return new UnmappedEvent(head) { Metadata = metadata.ToDictionary() };
        }

        return new PaymentEvent(head, meaning, paymentId)
        {
            Amount = payment.At("amount").Decimal(),
            Currency = payment.At("currency").Currency(),
            CustomerRef = metadata.CustomerRef ?? payment.At("userId").TextOrNumber(),
            Reference = payment.At("buttonId").TextOrNumber() ?? reference,
            Metadata = metadata.ToDictionary(),
        };
    }

    private static PaymentStatus? StatusOf(string status, bool acceptZeroConfirmation) => status switch
    {
        MoneyButtonEventTypes.Completed => PaymentStatus.Succeeded,
        MoneyButtonEventTypes.Received => acceptZeroConfirmation ? PaymentStatus.Succeeded : PaymentStatus.Pending,
        MoneyButtonEventTypes.Pending => PaymentStatus.Pending,
        MoneyButtonEventTypes.Failed => PaymentStatus.Failed,
        MoneyButtonEventTypes.DoubleSpent => PaymentStatus.Reversed,
        _ => null,
    };

    /// <summary>Reads the button's data: any text, usually a JSON object.</summary>
    private static EventMetadata MerchantData(JsonElement buttonData, out string? reference)
    {
        reference = EventMetadata.ReferenceIn(buttonData);
        if (buttonData.Text() is not { } text)
        {
            return EventMetadata.From(buttonData);
        }

        if (text.AsSpan().TrimStart() is ['{', ..])
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                reference = EventMetadata.ReferenceIn(document.RootElement);
                return EventMetadata.From(document.RootElement);
            }
            catch (JsonException)
            {
                // The text is not JSON, so it is kept as plain text.
            }
        }

        var metadata = default(EventMetadata);
        metadata.Set("buttonData", text);
        return metadata;
    }
}

/// <summary>The input of the mapper besides the parsed text.</summary>
/// <param name="RedactedBody">The body without its secret.</param>
/// <param name="AcceptZeroConfirmation">Whether a transaction that is in no block counts.</param>
internal readonly record struct MoneyButtonDelivery(ReadOnlyMemory<byte> RedactedBody, bool AcceptZeroConfirmation);
