using System.Threading.Channels;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>
/// On PostgreSQL: tells the other nodes that there is something to do, and hears it from them (<c>NOTIFY</c>, <c>LISTEN</c>). A lost
/// note costs a look at the table, no event.
/// </summary>
internal sealed class NodeNotes<TContext>(
    IServiceScopeFactory scopes,
    InboxSignal signal,
    InboxSettings options,
    TimeProvider timeProvider,
    ILogger<NodeNotes<TContext>> logger) : BackgroundService
    where TContext : DbContext
{
    // A commit with a note waits for every other such commit, so notes are sent apart from the events, and not for each.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _outgoing = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly string _self = Guid.NewGuid().ToString("N");

    /// <summary>An event was stored: other nodes may have room for it.</summary>
    public void Send() => _outgoing.Writer.TryWrite(true);

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
                if (await HostEnd.IsNearAsync(exception, timeProvider, stoppingToken).ConfigureAwait(false))
                {
                    return;
                }

                InboxLog.NotesFailed(logger, options.Current.PollInterval, exception);
                await Task.Delay(Pause, timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Listens and sends until a connection is lost; false where the database is another one.</summary>
    private async Task<bool> RunAsync(CancellationToken stoppingToken)
    {
        var listening = scopes.CreateAsyncScope();
        await using var endListening = listening.ConfigureAwait(false);
        var sending = scopes.CreateAsyncScope();
        await using var endSending = sending.ConfigureAwait(false);
        var context = listening.ServiceProvider.GetRequiredService<TContext>();
        if (InboxEngines.Of(context) != InboxEngine.PostgreSql || context.Database.GetDbConnection() is not NpgsqlConnection listener)
        {
            return false;
        }

        var channel = ChannelOf(context);
        await context.Database.OpenConnectionAsync(stoppingToken).ConfigureAwait(false);
        listener.Notification += (_, note) =>
        {
            if (note.Payload != _self)
            {
                signal.Set(InboxSignal.After);
            }
        };
        await ExecuteAsync(listener, $"LISTEN \"{channel}\"", stoppingToken).ConfigureAwait(false);

        // What came while nobody listened.
        signal.Set(0);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var listen = ListenAsync(listener, end.Token);
        var send = SendAsync(sending.ServiceProvider.GetRequiredService<TContext>(), channel, end.Token);
        try
        {
            var first = await Task.WhenAny(listen, send).ConfigureAwait(false);
            await first.ConfigureAwait(false);
            return true;
        }
        finally
        {
            // Neither may use its connection any more when the scopes end.
            await end.CancelAsync().ConfigureAwait(false);
            await listen.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await send.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ListenAsync(NpgsqlConnection listener, CancellationToken cancellationToken)
    {
        while (true)
        {
            await listener.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(TContext context, string channel, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var _ in _outgoing.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            await ExecuteAsync((NpgsqlConnection)context.Database.GetDbConnection(), $"NOTIFY \"{channel}\", '{_self}'", cancellationToken).ConfigureAwait(false);
            await Task.Delay(Interval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text, connection);
        await using var ending = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // Several applications may share a database, each with its own tables.
    private static string ChannelOf(TContext context)
    {
        var type = context.Model.FindEntityType(typeof(InboxRow))!;
        var name = $"{type.GetSchema()}.{type.GetTableName()}".Replace("\"", "", StringComparison.Ordinal);
        return name.Length <= 63 ? name : StoredText.Name(name + new string('.', 64))[..63];
    }
}
