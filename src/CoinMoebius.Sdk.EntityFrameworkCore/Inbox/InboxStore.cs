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
        var webhookEvent = delivery.Event;
        var eventId = StoredText.Id(webhookEvent.EventId);
        var deliveryId = webhookEvent.DeliveryId is { } id ? StoredText.Id(id) : null;
        (string, object?)[] parameters =
        [
            ("provider", StoredText.Name(webhookEvent.Provider.Value)),
            ("account", StoredText.Name(delivery.Account)),
            ("event_id", eventId),
            ("subject", SubjectOf(webhookEvent)),
            ("event_type", StoredText.Shown(webhookEvent.EventType)),
            ("delivery", deliveryId),
            ("event", WebhookEventJson.Serialize(webhookEvent)),
            ("raw_body", webhookEvent.RawBody.ToArray()),
            ("trace", Activity.Current?.Id),
            ("now", now),
        ];
        if (deliveryId is null)
        {
            var added = await InboxCommand.ScalarAsync(InboxCommand.Create(context, sql.AddEvent, parameters), cancellationToken).ConfigureAwait(false);
            return added is null ? WebhookDisposition.Duplicate : WebhookDisposition.Accepted;
        }

        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var (isNew, knownEventId) = await AddDeliveryAsync(parameters, cancellationToken).ConfigureAwait(false);
        if (knownEventId != eventId)
        {
            return WebhookDisposition.Replayed;
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return isNew ? WebhookDisposition.Accepted : WebhookDisposition.Duplicate;
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
        while (reader.FieldCount <= 1 && await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
            // What precedes the events sets how they are taken.
        }

        var leased = new List<LeasedEvent>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            leased.Add(Read(reader, lease));
        }

        leased.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return leased;
    }

    /// <summary>Inside the transaction of an attempt: keeps the event until it ends, and says whether it is the first of its status.</summary>
    public async Task<HeldEvent> HoldAsync(LeasedEvent leased, CancellationToken cancellationToken)
    {
        var payment = leased.Event as PaymentEvent;
        var command = payment is null
            ? Command(sql.Hold, leased)
            : Command(
                sql.HoldAndClaim,
                leased,
                [.. Names(leased, payment), ("status", StoredText.Name(payment.Status.Value)), ("event_id", StoredText.Id(payment.EventId))]);
        await using var ending = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        return payment is null
            ? new(IsHeld: true, IsFirstOfStatus: true, PaymentKey: null)
            : await reader.NextResultAsync(cancellationToken).ConfigureAwait(false) && await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new(IsHeld: true, reader.GetString(1) == StoredText.Id(payment.EventId), reader.GetString(0))
                : throw new InvalidOperationException("The database did not say who announces the payment.");
    }

    /// <summary>Inside the transaction: marks the event as handled and brings the ledger up to date.</summary>
    public Task FinishAsync(LeasedEvent leased, HeldEvent held, long? checkAt, long now, CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(
            leased.Event is PaymentEvent payment
                ? Command(
                    sql.FinishPayment,
                    leased,
                    [
                        .. Names(leased, payment),
                        ("key", held.PaymentKey),
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
                        ("check_at", checkAt),
                        ("now", now),
                    ])
                : Command(sql.Finish, leased, ("now", now)),
            cancellationToken);

    /// <summary>Inside the transaction: undoes what the handlers did; the event stays held.</summary>
    public Task RollBackAsync(CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(InboxCommand.Create(context, InboxSql.RollBack), cancellationToken);

    /// <summary>After an attempt that failed: to be tried again at <paramref name="due"/>, or parked.</summary>
    public Task FailAsync(LeasedEvent leased, WebhookInboxState state, long due, Exception exception, CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(
            Command(
                sql.Fail,
                leased,
                ("state", (short)state),
                ("due", due),
                ("error_type", StoredText.Shown(exception.GetType().FullName ?? exception.GetType().Name)),
                ("error_text", ErrorText.Of(exception))),
            cancellationToken);

    /// <summary>Gives an event back that was not begun.</summary>
    public Task ReleaseAsync(LeasedEvent leased, long now, CancellationToken cancellationToken) =>
        InboxCommand.ExecuteAsync(Command(sql.Release, leased, ("now", now)), cancellationToken);

    /// <summary>Notes a payment that should be heard of, unless it has been.</summary>
    public async Task ExpectAsync(ExpectedPayment payment, long? checkAt, long now, CancellationToken cancellationToken)
    {
        (string, object?)[] names =
        [
            ("provider", StoredText.Name(payment.Provider.Value)),
            ("account", StoredText.Name(payment.Account)),
            ("payment", StoredText.Id(payment.PaymentId)),
            ("transaction", payment.TransactionId is { Length: > 0 } id ? StoredText.Id(id) : null),
        ];
        if (await InboxCommand.ScalarAsync(InboxCommand.Create(context, sql.IsKnown, names), cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        await InboxCommand.ExecuteAsync(
            InboxCommand.Create(
                context,
                sql.Expect,
                [
                    .. names,
                    ("status", PaymentStatus.Pending.Value),
                    ("amount", payment.Amount),
                    ("currency", payment.Currency is { } currency ? StoredText.Name(currency) : null),
                    ("reference", payment.Reference is { } reference ? StoredText.Id(reference) : null),
                    ("check_at", checkAt),
                    ("now", now),
                ]),
            cancellationToken).ConfigureAwait(false);
    }

    private DbCommand Command(string text, LeasedEvent leased, params ReadOnlySpan<(string, object?)> parameters) =>
        InboxCommand.Create(context, text, [("id", leased.Id), ("lease", leased.Lease), .. parameters]);

    private async Task<(bool IsNew, string? EventId)> AddDeliveryAsync((string, object?)[] parameters, CancellationToken cancellationToken)
    {
        var command = InboxCommand.Create(context, sql.AddDelivery, parameters);
        await using var ending = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var isNew = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return (isNew, await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetString(0) : null);
    }

    private static (string, object?)[] Names(LeasedEvent leased, PaymentEvent payment) =>
    [
        ("provider", StoredText.Name(payment.Provider.Value)),
        ("account", StoredText.Name(leased.Account)),
        ("payment", StoredText.Id(payment.PaymentId)),
        ("transaction", payment.Metadata.TryGetValue(TransactionIdName, out var id) && id.Length > 0 ? StoredText.Id(id) : null),
    ];

    // What Coin Moebius adds to the metadata of the payments that it starts.
    private const string TransactionIdName = "transactionId";

    private static LeasedEvent Read(DbDataReader row, Guid lease)
    {
        var body = row.GetFieldValue<byte[]>(5);
        var deliveryId = row.IsDBNull(3) ? null : row.GetString(3);
        return new(
            row.GetInt64(0),
            lease,
            new PaymentProvider(row.GetString(1)),
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
