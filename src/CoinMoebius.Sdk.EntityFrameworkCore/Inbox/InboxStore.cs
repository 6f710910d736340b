using System.Data.Common;
using System.Diagnostics;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>The inbox in the database of one context, whose connection is open.</summary>
internal sealed class InboxStore(DbContext context, InboxSql sql)
{
    /// <summary>Stores a delivery, or says that it is known.</summary>
    public async Task<WebhookDisposition> AddAsync(WebhookDelivery delivery, long now, CancellationToken cancellationToken)
    {
        if (delivery.Event.DeliveryId is not { } deliveryId)
        {
            return await AddEventAsync(delivery, now, cancellationToken).ConfigureAwait(false);
        }

        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (!await IsNewOrKnownAsync(delivery, deliveryId, now, cancellationToken).ConfigureAwait(false))
            {
                return WebhookDisposition.Replayed;
            }

            var disposition = await AddEventAsync(delivery, now, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return disposition;
        }
    }

    /// <summary>Takes events that are due, oldest first.</summary>
    public async Task<List<LeasedEvent>> LeaseAsync(int count, long now, TimeSpan duration, CancellationToken cancellationToken)
    {
        var lease = Guid.NewGuid();
        var command = InboxCommand.Create(
            context, sql.Lease, ("lease", lease), ("now", now), ("until", now + (long)duration.TotalMilliseconds), ("count", count));
        await using var ending = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var leased = new List<LeasedEvent>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            leased.Add(Read(reader, lease));
        }

        leased.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return leased;
    }

    /// <summary>When the next event that waits for its time becomes due; null when none does.</summary>
    public async Task<long?> NextDueAsync(long now, CancellationToken cancellationToken) =>
        (long?)await InboxCommand.ScalarAsync(InboxCommand.Create(context, sql.NextDue, ("now", now)), cancellationToken).ConfigureAwait(false);

    /// <summary>Inside the transaction of an attempt: keeps the event until it ends; false when the lease is lost.</summary>
    public async Task<bool> HoldAsync(LeasedEvent leased, CancellationToken cancellationToken) =>
        await InboxCommand.ScalarAsync(InboxCommand.Create(context, sql.Hold, ("id", leased.Id), ("lease", leased.Lease)), cancellationToken)
            .ConfigureAwait(false) is not null;

    /// <summary>Inside the transaction: true when this event is the one that announces the status of its payment.</summary>
    public async Task<bool> ClaimAsync(LeasedEvent leased, PaymentEvent payment, CancellationToken cancellationToken)
    {
        var holder = await InboxCommand.ScalarAsync(
            InboxCommand.Create(
                context,
                sql.Claim,
                ("provider", StoredText.Name(payment.Provider.Value)),
                ("account", StoredText.Name(leased.Account)),
                ("payment", StoredText.Id(payment.PaymentId)),
                ("status", StoredText.Name(payment.Status.Value)),
                ("event_id", StoredText.Id(payment.EventId))),
            cancellationToken).ConfigureAwait(false);
        return (string?)holder == StoredText.Id(payment.EventId);
    }

    /// <summary>Inside the transaction: marks the event as handled and brings the ledger up to date; false when the lease is lost.</summary>
    public async Task<bool> FinishAsync(LeasedEvent leased, long now, CancellationToken cancellationToken)
    {
        if (leased.Event is PaymentEvent payment)
        {
            await InboxCommand.ExecuteAsync(InboxCommand.Create(
                context,
                sql.Ledger,
                ("provider", StoredText.Name(payment.Provider.Value)),
                ("account", StoredText.Name(leased.Account)),
                ("payment", StoredText.Id(payment.PaymentId)),
                ("status", StoredText.Name(payment.Status.Value)),
                ("rank", payment.Status.Rank),
                ("amount", payment.Amount),
                ("currency", payment.Currency is { } currency ? StoredText.Name(currency) : null),
                ("reference", payment.Reference is { } reference ? StoredText.Id(reference) : null),
                ("customer", payment.CustomerRef is { } customer ? StoredText.Id(customer) : null),
                ("is_test", payment.IsTest),
                ("metadata", StoredMetadata.Write(payment.Metadata)),
                ("event_id", StoredText.Id(payment.EventId)),
                ("occurred", payment.OccurredAt?.ToUnixTimeMilliseconds()),
                ("now", now)), cancellationToken).ConfigureAwait(false);
        }

        return await ExecuteAsync(sql.Finish, leased, cancellationToken, ("now", now)).ConfigureAwait(false) == 1;
    }

    /// <summary>After an attempt that failed: to be tried again at <paramref name="due"/>, or parked.</summary>
    public Task FailAsync(LeasedEvent leased, WebhookInboxState state, long due, Exception exception, CancellationToken cancellationToken) =>
        ExecuteAsync(
            sql.Fail,
            leased,
            cancellationToken,
            ("state", (short)state),
            ("due", due),
            ("error_type", StoredText.Shown(exception.GetType().FullName ?? exception.GetType().Name)),
            ("error_text", ErrorText.Of(exception)));

    /// <summary>Gives an event back that was not begun.</summary>
    public Task ReleaseAsync(LeasedEvent leased, long now, CancellationToken cancellationToken) =>
        ExecuteAsync(sql.Release, leased, cancellationToken, ("now", now));

    private Task<int> ExecuteAsync(string text, LeasedEvent leased, CancellationToken cancellationToken, params ReadOnlySpan<(string, object?)> parameters) =>
        InboxCommand.ExecuteAsync(
            InboxCommand.Create(context, text, [("id", leased.Id), ("lease", leased.Lease), .. parameters]), cancellationToken);

    private async Task<WebhookDisposition> AddEventAsync(WebhookDelivery delivery, long now, CancellationToken cancellationToken)
    {
        var webhookEvent = delivery.Event;
        var added = await InboxCommand.ExecuteAsync(
            InboxCommand.Create(
                context,
                sql.AddEvent,
                ("provider", StoredText.Name(webhookEvent.Provider.Value)),
                ("account", StoredText.Name(delivery.Account)),
                ("event_id", StoredText.Id(webhookEvent.EventId)),
                ("subject", SubjectOf(webhookEvent)),
                ("event_type", StoredText.Shown(webhookEvent.EventType)),
                ("delivery", webhookEvent.DeliveryId is { } id ? StoredText.Id(id) : null),
                ("event", WebhookEventJson.Serialize(webhookEvent)),
                ("raw_body", webhookEvent.RawBody.ToArray()),
                ("trace", Activity.Current?.Id),
                ("now", now)),
            cancellationToken).ConfigureAwait(false);
        return added == 1 ? WebhookDisposition.Accepted : WebhookDisposition.Duplicate;
    }

    private async Task<bool> IsNewOrKnownAsync(WebhookDelivery delivery, string deliveryId, long now, CancellationToken cancellationToken)
    {
        (string, object?)[] parameters =
        [
            ("provider", StoredText.Name(delivery.Event.Provider.Value)),
            ("account", StoredText.Name(delivery.Account)),
            ("delivery", StoredText.Id(deliveryId)),
        ];
        var eventId = StoredText.Id(delivery.Event.EventId);
        var added = await InboxCommand.ExecuteAsync(
            InboxCommand.Create(context, sql.AddDelivery, [.. parameters, ("event_id", eventId), ("now", now)]), cancellationToken).ConfigureAwait(false);
        return added == 1
            || (string?)await InboxCommand.ScalarAsync(InboxCommand.Create(context, sql.FindDelivery, parameters), cancellationToken)
                .ConfigureAwait(false) == eventId;
    }

    private static LeasedEvent Read(DbDataReader row, Guid lease)
    {
        var body = row.GetFieldValue<byte[]>(5);
        var deliveryId = row.IsDBNull(3) ? null : row.GetString(3);
        return new(
            row.GetInt64(0),
            lease,
            row.GetString(2),
            StoredEvent.Read(row.GetFieldValue<byte[]>(4), body, deliveryId),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.GetInt64(7),
            row.GetInt32(8));
    }

    private static string? SubjectOf(WebhookEvent webhookEvent) => webhookEvent switch
    {
        PaymentEvent payment => StoredText.Id(payment.PaymentId),
        SubscriptionEvent subscription => StoredText.Id(subscription.SubscriptionId),
        _ => null,
    };
}
