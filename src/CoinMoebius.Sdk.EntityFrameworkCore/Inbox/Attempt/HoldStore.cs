using System.Collections.Concurrent;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Ledger;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Attempt;

/// <summary>
/// The third phase, inside the transaction of an attempt: locks the event until the transaction ends, and reads what the handlers' context needs.
/// </summary>
internal sealed class HoldStore(InboxSession session, HoldSql sql)
{
    /// <summary>Locks an event, and finds out whether it is the first that reports its fact.</summary>
    /// <param name="leased">The event.</param>
    /// <param name="checkAt">When to query the provider about the payment if it stays open.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<HeldEvent> HoldAsync(LeasedEvent leased, long? checkAt, long now, CancellationToken cancellationToken) => leased.Event switch
    {
        PaymentEvent payment => HoldPaymentAsync(leased, payment, checkAt, now, cancellationToken),
        { } other when EventFact.Of(other) is { } fact => HoldFactAsync(leased, fact, cancellationToken),
        _ => HoldOtherAsync(leased, cancellationToken),
    };

    private async Task<HeldEvent> HoldPaymentAsync(
        LeasedEvent leased, PaymentEvent payment, long? checkAt, long now, CancellationToken cancellationToken)
    {
        var update = new LedgerUpdate(payment, leased.Account);
        if (!await ReadAsync(update, leased, cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        return await update.JoinAsync(session.Links, checkAt, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> ReadAsync(LedgerUpdate update, LeasedEvent leased, CancellationToken cancellationToken)
    {
        var command = session.Command(sql.HoldPayment(update.Needs), leased, update.Names);
        await using var ending = command.ConfigureAwait(false);
        await session.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        return await update.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HeldEvent> HoldFactAsync(LeasedEvent leased, EventFact fact, CancellationToken cancellationToken)
    {
        var command = session.Command(
            sql.HoldFact,
            leased,
            ("provider", StoredText.Name(leased.Provider.Value)),
            ("account", StoredText.Name(leased.Account)),
            ("payment", StoredText.Id(fact.SubjectId)),
            ("fact", StoredText.Id(fact.Name)),
            ("event_id", StoredText.Id(leased.EventId)));
        await using var ending = command.ConfigureAwait(false);
        await session.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        return new(
            IsHeld: true,
            IsFirstOfStatus: await reader.NextResultAsync(cancellationToken).ConfigureAwait(false)
                && await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                && reader.GetString(1) == StoredText.Id(leased.EventId));
    }

    private async Task<HeldEvent> HoldOtherAsync(LeasedEvent leased, CancellationToken cancellationToken)
    {
        var command = session.Command(sql.Hold, leased);
        await using var ending = command.ConfigureAwait(false);
        await session.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? new(IsHeld: true, IsFirstOfStatus: true) : default;
    }
}

/// <summary>What an attempt knows once it has locked its event.</summary>
/// <param name="IsHeld">False when the lease is lost.</param>
/// <param name="IsFirstOfStatus">True for the event that announces its fact.</param>
/// <param name="Row">The payment's row after the event; null for other events.</param>
/// <param name="OrderReference">The order that the application wrote for the payment or its checkout, or null.</param>
/// <param name="IsAnswered">True for a lookup of a checkout whose payment has arrived meanwhile: it does not belong to the payment, and changes nothing.</param>
/// <param name="ClaimsAnother">True when it claims a checkout with another amount, and therefore is not linked to it.</param>
internal readonly record struct HeldEvent(
    bool IsHeld, bool IsFirstOfStatus, LedgerRow? Row = null, string? OrderReference = null, bool IsAnswered = false, bool ClaimsAnother = false);

/// <summary>
/// The statements of <see cref="HoldStore"/>. The node that locks the row cannot lose it before the transaction ends, even when handlers take
/// long. Two events of one payment that are stored at the same moment, or of which one was requeued, may be leased at the same time: the lock
/// on the name makes nodes handle them one after the other, and a statement of its own lets the second see the changes of the first. Each
/// statement ends with a savepoint, to which a failed attempt rolls back. The handlers' own statements are planned as usual.
/// </summary>
internal sealed class HoldSql
{
    public const string Savepoint = "coinmoebius_handlers";

    private readonly InboxTables _tables;
    private readonly LinkSql _links;
    private readonly EventLinkSql _eventLinks;
    private readonly ConcurrentDictionary<LedgerNeeds, string> _holdPayment = new();

    public HoldSql(InboxTables tables, LinkSql links, EventLinkSql eventLinks)
    {
        (_tables, _links, _eventLinks) = (tables, links, eventLinks);
        Hold = $"""
            {tables.Dialect.BeforeKeyLookups}
            {HoldBy("subject")}
            {tables.Dialect.AfterKeyLookups}
            SAVEPOINT {Savepoint};
            """;
        HoldFact = $"""
            {tables.Dialect.BeforeKeyLookups}
            {HoldBy("subject")}
            SAVEPOINT {Savepoint};
            {eventLinks.Announce}
            {tables.Dialect.AfterKeyLookups}
            """;
    }

    public string Hold { get; }

    /// <summary>Locks the event, and returns the event that announces the same fact.</summary>
    public string HoldFact { get; }

    /// <summary>Locks the event of a payment, reads the rows it may be about, and returns the event that announces the same status.</summary>
    public string HoldPayment(LedgerNeeds needs) => _holdPayment.GetOrAdd(needs, static (needs, sql) => sql.WriteHoldPayment(needs), this);

    private string WriteHoldPayment(LedgerNeeds needs) => $"""
        {_tables.Dialect.BeforeKeyLookups}
        {(needs.HasFlag(LedgerNeeds.Checkout) ? HoldBy("LEAST(subject, @checkout)", "GREATEST(subject, @checkout)") : HoldBy("subject"))}
        SAVEPOINT {Savepoint};
        {(needs.HasFlag(LedgerNeeds.Answer) ? _links.AwaitJoin : "")}
        {(needs.HasFlag(LedgerNeeds.Expected) ? _eventLinks.FindExpected : "")}
        {_eventLinks.FindRows}
        {(needs.HasFlag(LedgerNeeds.Answer) ? _eventLinks.AnnounceAnswer : _eventLinks.Announce)}
        {_tables.Dialect.AfterKeyLookups}
        """;

    /// <summary>Locks the row and the names; all nodes lock names in the same order, so that two of them cannot deadlock.</summary>
    private string HoldBy(params string[] names) =>
        $"SELECT {_tables.Dialect.LockNames(names)} FROM {_tables.Inbox} WHERE id = @id AND lease = @lease AND state = 0 {_tables.Dialect.ForUpdate};";
}
