using System.Text.Json;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// A webhook's body in Coinflow's own words, of any version. Source: docs.coinflow.cash/guides/developer-resources/webhooks.
/// </summary>
/// <remarks>
/// Only <see cref="CoinflowEventTypes.Settled"/> means paid. A field that is absent or of another type than documented is null; a name
/// that is new has its data in <see cref="CoinflowOtherData"/>. <see cref="ApiModel.AdditionalFields"/> are those of the envelope.
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

    /// <summary>When it happened, in UTC; null when the body does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The version, as far as the content tells.</summary>
    public CoinflowWebhookVersion Version { get; init; }

    /// <summary>What the event is about.</summary>
    public CoinflowNotificationData Data { get => field ?? new CoinflowOtherData(); init; }

    /// <summary>Reads the body of a verified event.</summary>
    /// <param name="webhookEvent">An event of <see cref="PaymentProvider.Coinflow"/>, mapped or not.</param>
    /// <exception cref="ArgumentNullException"><paramref name="webhookEvent"/> is null.</exception>
    /// <exception cref="ArgumentException">The event is another provider's.</exception>
    /// <exception cref="JsonException">The event was stored without its body.</exception>
    public static CoinflowNotification Read(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return webhookEvent.Provider == PaymentProvider.Coinflow
            ? Parse(webhookEvent.RawBody)
            : throw new ArgumentException($"The event is of {webhookEvent.Provider}, not of {PaymentProvider.Coinflow}.", nameof(webhookEvent));
    }

    /// <summary>Reads a body without verifying it. JSON of any shape is read.</summary>
    /// <param name="body">The JSON.</param>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static CoinflowNotification Parse(ReadOnlyMemory<byte> body) => CoinflowNotificationReader.Read(body);
}
