using System.Threading.Channels;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox.Lease;

/// <summary>
/// On PostgreSQL: notifies other nodes of new events, and listens to their notifications (<c>NOTIFY</c>, <c>LISTEN</c>). A lost
/// notification delays an event until the next poll; no event is lost.
/// </summary>
internal sealed class NodeNotifications<TContext>(
    IServiceScopeFactory scopes,
    InboxSignal signal,
    InboxSettings options,
    TimeProvider timeProvider,
    ILogger<NodeNotifications<TContext>> logger) : BackgroundService
    where TContext : DbContext
{
    // A commit that notifies waits for every other such commit, so notifications are sent separately, and one covers several events.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Several tries, because a change of the system clock can shorten one.
    private const int Proofs = 3;
    private static readonly TimeSpan ProofLimit = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _outgoing = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly string _self = Guid.NewGuid().ToString("N");
    private bool _cannotListen;

    /// <summary>Notifies other nodes, which may have room for the stored event.</summary>
    public void Notify() => _outgoing.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunAsync(stoppingToken).ConfigureAwait(false))
                {
                    return;
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                if (await HostShutdown.IsNearAsync(exception, timeProvider, stoppingToken).ConfigureAwait(false))
                {
                    return;
                }

                InboxLog.NotesFailed(logger, options.Current.PollInterval, exception);
                await Task.Delay(Pause, timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Listens and sends until a connection is lost; false where the database has no notifications.</summary>
    private async Task<bool> RunAsync(CancellationToken stoppingToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        if (!SqlDialect.Of(context).CanNotify(context.Database.GetDbConnection()))
        {
            return false;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var send = SendAsync(context, end.Token);
        var listen = _cannotListen ? send : ListenAsync(end.Token);
        try
        {
            var first = await Task.WhenAny(listen, send).ConfigureAwait(false);
            await first.ConfigureAwait(false);
            if (_cannotListen)
            {
                await send.ConfigureAwait(false);
            }

            return true;
        }
        finally
        {
            // Both must have stopped using their connections when the scopes end.
            await end.CancelAsync().ConfigureAwait(false);
            await listen.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await send.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Listens until the connection is lost, or no notification arrives on it.</summary>
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var ending = scope.ConfigureAwait(false);
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var listener = (NpgsqlConnection)context.Database.GetDbConnection();
        if (!PostgreSqlDialect.IsMultiplexed(listener))
        {
            await ListenOnAsync(listener, ChannelOf(context), cancellationToken).ConfigureAwait(false);
        }

        _cannotListen = true;
        InboxLog.NotHeard(logger, options.Current.PollInterval);
    }

    private async Task ListenOnAsync(NpgsqlConnection listener, string channel, CancellationToken cancellationToken)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        listener.Notification += (_, notification) =>
        {
            if (notification.Payload == _self)
            {
                arrived.TrySetResult();
            }
            else
            {
                signal.Set(InboxSignal.After);
            }
        };
        await ExecuteAsync(listener, $"LISTEN \"{channel}\"", cancellationToken).ConfigureAwait(false);

        // Looks for events that arrived before LISTEN.
        signal.Set(0);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = WaitAsync(listener, end.Token);
        try
        {
            if (await ArrivesAsync(arrived.Task, wait, cancellationToken).ConfigureAwait(false))
            {
                await wait.ConfigureAwait(false);
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Sends a notification over another connection, to verify that it arrives. Behind a pooler LISTEN applies to a shared session, and nothing
    /// arrives.
    /// </summary>
    private async Task<bool> ArrivesAsync(Task arrived, Task wait, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Proofs; i++)
        {
            await scopes.UseAsync(async (TContext context) =>
            {
                await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await NotifyAsync(context, cancellationToken).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            var limit = Task.Delay(ProofLimit, timeProvider, cancellationToken);
            if (await Task.WhenAny(arrived, wait, limit).ConfigureAwait(false) != limit)
            {
                return true;
            }

            await limit.ConfigureAwait(false);
        }

        return arrived.IsCompleted;
    }

    private static async Task WaitAsync(NpgsqlConnection listener, CancellationToken cancellationToken)
    {
        while (true)
        {
            await listener.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(TContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var _ in _outgoing.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            await NotifyAsync(context, cancellationToken).ConfigureAwait(false);
            await Task.Delay(Interval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task NotifyAsync(TContext context, CancellationToken cancellationToken) =>
        ExecuteAsync((NpgsqlConnection)context.Database.GetDbConnection(), $"NOTIFY \"{ChannelOf(context)}\", '{_self}'", cancellationToken);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text, connection);
        await using var ending = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // Applications may share a database, each with its own tables.
    private static string ChannelOf(TContext context)
    {
        var type = context.Model.FindEntityType(typeof(InboxRow))!;
        var name = $"{type.GetSchema()}.{type.GetTableName()}".Replace("\"", "", StringComparison.Ordinal);
        return name.Length <= 63 ? name : StoredText.Name(name + new string('.', 64))[..63];
    }
}
