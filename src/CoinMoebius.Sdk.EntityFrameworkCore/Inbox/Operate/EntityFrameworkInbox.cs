using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Operate;

/// <summary>The operating side of the inbox.</summary>
internal sealed class EntityFrameworkInbox<TContext>(
    IServiceScopeFactory scopes, InboxDatabase<TContext> database, InboxPurge<TContext> purge, InboxSignal signal, TimeProvider timeProvider) : IWebhookInbox
    where TContext : DbContext
{
    public Task<WebhookInboxSummary> GetSummaryAsync(CancellationToken cancellationToken = default) => UseAsync(
        async context =>
        {
            var rows = context.AllRowsOf<InboxRow>();
            var pending = await rows.LongCountAsync(row => row.State == WebhookInboxState.Pending, cancellationToken).ConfigureAwait(false);
            var parked = await rows.LongCountAsync(row => row.State == WebhookInboxState.Parked, cancellationToken).ConfigureAwait(false);
            var oldest = await rows.Where(row => row.State == WebhookInboxState.Pending).MinAsync(row => (long?)row.ReceivedAt, cancellationToken)
                .ConfigureAwait(false);
            return new WebhookInboxSummary(pending, parked, Time(oldest));
        });

    public async IAsyncEnumerable<WebhookInboxEntry> ListAsync(
        WebhookInboxQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit, nameof(query));
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        var rows = Filter(scope.ServiceProvider.GetRequiredService<TContext>().AllRowsOf<InboxRow>(), query);
        var entries = rows.OrderByDescending(row => row.Id).Take(query.Limit).Select(ToEntry).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    public Task<WebhookInboxEntry?> FindAsync(long id, CancellationToken cancellationToken = default) => UseAsync(
        async context =>
        {
            var found = await context.AllRowsOf<InboxRow>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
            return found is null ? null : ToEntryCompiled(found) with { Event = StoredEvent.Read(found.Event, found.RawBody, found.DeliveryId) };
        });

    public async Task<bool> RequeueAsync(long id, CancellationToken cancellationToken = default) =>
        await RequeueAsync(row => row.Id == id && row.State != WebhookInboxState.Processed, cancellationToken).ConfigureAwait(false) == 1;

    public Task<int> RequeueParkedAsync(CancellationToken cancellationToken = default) =>
        RequeueAsync(row => row.State == WebhookInboxState.Parked, cancellationToken);

    public async Task<int> PurgeAsync(WebhookInboxState state, TimeSpan olderThan, CancellationToken cancellationToken = default)
    {
        if (state is not (WebhookInboxState.Processed or WebhookInboxState.Parked))
        {
            throw new ArgumentException("Only processed and parked events can be deleted. Pending events would be lost.", nameof(state));
        }

        return await purge.RunAsync(state, (timeProvider.GetUtcNow() - olderThan).ToUnixTimeMilliseconds(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> RequeueAsync(Expression<Func<InboxRow, bool>> which, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        var count = await database.UseAsync(
            (session, token) => session.Context.AllRowsOf<InboxRow>().Where(which).ExecuteUpdateAsync(
                row => row.SetProperty(it => it.State, WebhookInboxState.Pending)
                    .SetProperty(it => it.DueAt, now)
                    .SetProperty(it => it.Attempts, 0)
                    .SetProperty(it => it.FinalAttemptAt, (long?)null)
                    .SetProperty(it => it.Lease, (Guid?)null),
                token),
            cancellationToken).ConfigureAwait(false);
        signal.Set(0);
        return count;
    }

    private Task<T> UseAsync<T>(Func<TContext, Task<T>> use) => scopes.UseAsync(use);

    private static IQueryable<InboxRow> Filter(IQueryable<InboxRow> rows, WebhookInboxQuery query)
    {
        if (query.State is { } state)
        {
            rows = rows.Where(row => row.State == state);
        }

        if (query.Provider is { } provider)
        {
            var name = StoredText.Name(provider.Value);
            rows = rows.Where(row => row.Provider == name);
        }

        if (query.Account is { } account)
        {
            var name = StoredText.Name(account);
            rows = rows.Where(row => row.Account == name);
        }

        if (query.Subject is { } subject)
        {
            var id = StoredText.Id(subject);
            rows = rows.Where(row => row.Subject == id);
        }

        return query.Before is { } before ? rows.Where(row => row.Id < before) : rows;
    }

    private static readonly Expression<Func<InboxRow, WebhookInboxEntry>> ToEntry = row => new WebhookInboxEntry
    {
        Id = row.Id,
        Provider = new PaymentProvider(row.Provider),
        Account = row.Account,
        EventId = row.EventId,
        EventType = row.EventType,
        Subject = row.Subject,
        State = row.State,
        Attempts = row.Attempts,
        ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedAt),
        DueAt = row.State == WebhookInboxState.Pending ? DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt) : null,
        ProcessedAt = row.ProcessedAt == null ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.ProcessedAt.Value),
        ErrorType = row.ErrorType,
        ErrorText = row.ErrorText,
    };

    private static readonly Func<InboxRow, WebhookInboxEntry> ToEntryCompiled = ToEntry.Compile();

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;
}
