using System.Text.Json;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// A webhook's body in Coinflow's own format, of any version. Source: docs.coinflow.cash/guides/developer-resources/webhooks.
/// </summary>
/// <remarks>
/// Only <see cref="CoinflowEventTypes.Settled"/> means paid. A field that is absent or of another type than documented is null; the data
/// of an unknown event is in <see cref="CoinflowOtherData"/>. <see cref="ApiModel.AdditionalFields"/> are those of the envelope.
/// </remarks>
public sealed record CoinflowNotification : ApiModel
{
    internal CoinflowNotification()
    {
    }

    /// <summary>The event's name, one of <see cref="CoinflowEventTypes"/> or a newer one; empty in a <c>Legacy</c> body.</summary>
    public string EventType { get => field ?? ""; init; }

    /// <summary>Its category, one of <see cref="CoinflowEventCategories"/> or a newer one; null when there is none.</summary>
    public string? Category { get; init; }

    /// <summary>When it happened, in UTC; null when the body has no time.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The version, where the content allows to determine it.</summary>
    public CoinflowWebhookVersion Version { get; init; }

    /// <summary>The data of the event.</summary>
    public CoinflowNotificationData Data { get => field ?? new CoinflowOtherData(); init; }

    /// <summary>Reads the body of a verified event.</summary>
    /// <param name="webhookEvent">An event of <see cref="PaymentProvider.Coinflow"/>, mapped or not.</param>
    /// <exception cref="ArgumentNullException"><paramref name="webhookEvent"/> is null.</exception>
    /// <exception cref="ArgumentException">The event belongs to another provider.</exception>
    /// <exception cref="JsonException">The event was stored without its body.</exception>
    public static CoinflowNotification Read(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return webhookEvent.Provider == PaymentProvider.Coinflow
            ? Parse(webhookEvent.RawBody)
            : throw new ArgumentException($"The event belongs to {webhookEvent.Provider}, not to {PaymentProvider.Coinflow}.", nameof(webhookEvent));
    }

    /// <summary>Reads a body without verifying it. It accepts any JSON.</summary>
    /// <param name="body">The JSON.</param>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static CoinflowNotification Parse(ReadOnlyMemory<byte> body) => CoinflowNotificationReader.Read(body);
}
