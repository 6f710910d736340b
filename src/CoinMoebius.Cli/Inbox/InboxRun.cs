using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Cli.Inbox;

/// <summary>Runs the subcommands of <c>coinmoebius inbox</c>.</summary>
internal static class InboxRun
{
    public static Task<int> ListAsync(InboxConnection connection, WebhookInboxQuery query, bool json, CancellationToken cancellationToken) =>
        connection.UseAsync(async inbox =>
        {
            var entries = new List<WebhookInboxEntry>();
            await foreach (var entry in inbox.ListAsync(query, cancellationToken))
            {
                if (json)
                {
                    await connection.Output.WriteLineAsync(EntryText.Json(entry));
                }
                else
                {
                    entries.Add(entry);
                }
            }

            if (json)
            {
                return ExitCode.Success;
            }

            var summary = await inbox.GetSummaryAsync(cancellationToken);
            var now = connection.Io.Clock.GetUtcNow();
            await connection.Output.WriteAsync(EntryText.Table(entries));
            await connection.Output.WriteLineAsync(EntryText.Summary(summary, now));
            if (entries.Count == query.Limit)
            {
                await connection.Output.WriteLineAsync($"There may be more: --before {entries[^1].Id}");
            }

            return ExitCode.Success;
        });

    public static Task<int> ShowAsync(InboxConnection connection, long id, bool bodyOnly, bool json, CancellationToken cancellationToken) =>
        connection.UseAsync(async inbox =>
        {
            if (await inbox.FindAsync(id, cancellationToken) is not { } entry)
            {
                await connection.Io.Error.WriteLineAsync($"coinmoebius: there is no event {id} in this inbox.");
                return ExitCode.Failure;
            }

            if (!bodyOnly)
            {
                await connection.Output.WriteLineAsync(json ? EntryText.Json(entry) : EntryText.Details(entry));
                return ExitCode.Success;
            }

            if (entry.Event is not { } webhookEvent)
            {
                await connection.Io.Error.WriteLineAsync($"coinmoebius: event {id} cannot be read: its stored contents were changed.");
                return ExitCode.Failure;
            }

            await connection.Output.FlushAsync(cancellationToken);
            await connection.Io.Out.WriteAsync(webhookEvent.RawBody, cancellationToken);
            return ExitCode.Success;
        });

    public static Task<int> RequeueAsync(InboxConnection connection, long[]? ids, bool json, CancellationToken cancellationToken) =>
        connection.UseAsync(async inbox =>
        {
            var (requeued, code) = (0, ExitCode.Success);
            if (ids is null)
            {
                requeued = await inbox.RequeueParkedAsync(cancellationToken);
            }

            foreach (var id in ids ?? [])
            {
                if (await inbox.RequeueAsync(id, cancellationToken))
                {
                    requeued++;
                }
                else
                {
                    await connection.Io.Error.WriteLineAsync($"coinmoebius: event {id} is already handled, or is not in this inbox.");
                    code = ExitCode.Failure;
                }
            }

            await connection.Output.WriteLineAsync(EntryText.Count("requeued", requeued, json, "will be tried again"));
            return code;
        });

    public static Task<int> PurgeAsync(
        InboxConnection connection, WebhookInboxState state, TimeSpan olderThan, bool json, CancellationToken cancellationToken) =>
        connection.UseAsync(async inbox =>
        {
            var deleted = await inbox.PurgeAsync(state, olderThan, cancellationToken);
            await connection.Output.WriteLineAsync(EntryText.Count("deleted", deleted, json, "deleted"));
            return ExitCode.Success;
        });
}
