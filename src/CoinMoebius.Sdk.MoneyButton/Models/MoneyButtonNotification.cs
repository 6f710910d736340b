using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton.Json;

namespace CoinMoebius.Sdk.MoneyButton;

/// <summary>A webhook's body, without its secret. Source: about.moneybutton.com/docs/api/api-webhooks.</summary>
public sealed record MoneyButtonNotification : ApiModel
{
    /// <summary>The payment that changed its status; an empty payment when the body has none.</summary>
    public MoneyButtonPayment Payment { get => field ?? new(); init; }

    /// <summary>Reads the body of a verified event.</summary>
    /// <param name="webhookEvent">An event of <see cref="PaymentProvider.MoneyButton"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="webhookEvent"/> is null.</exception>
    /// <exception cref="ArgumentException">The event is from another provider.</exception>
    /// <exception cref="JsonException">The body is not a JSON object of this kind.</exception>
    public static MoneyButtonNotification Read(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return webhookEvent.Provider == PaymentProvider.MoneyButton
            ? Parse(webhookEvent.RawBody)
            : throw new ArgumentException($"The event is from {webhookEvent.Provider}, not {PaymentProvider.MoneyButton}.", nameof(webhookEvent));
    }

    /// <summary>Reads a body without verifying it. It skips a secret in the body.</summary>
    /// <param name="body">The JSON, with or without its <c>secret</c>.</param>
    /// <exception cref="JsonException">The body is not a JSON object of this kind.</exception>
    public static MoneyButtonNotification Parse(ReadOnlyMemory<byte> body)
    {
        var notification = JsonSerializer.Deserialize(body.Span, MoneyButtonJson.Default.MoneyButtonNotification)
            ?? throw new JsonException("The body is null, not an object.");
        if (notification.AdditionalFields is { } fields && fields.Remove("secret") && fields.Count == 0)
        {
            notification.AdditionalFields = null;
        }

        return notification;
    }
}
