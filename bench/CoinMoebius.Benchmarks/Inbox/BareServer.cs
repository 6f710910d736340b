using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CoinMoebius.Benchmarks.Inbox;

/// <summary>
/// What the inbox is measured against: an endpoint that stores the body by one parameterised INSERT and answers, and workers that take
/// stored bodies and change a balance, each in one transaction. It verifies nothing, maps nothing and knows no order.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    public const string Schema = """
        CREATE TABLE bare (id bigserial PRIMARY KEY, event_id text NOT NULL UNIQUE, body bytea NOT NULL, is_done boolean NOT NULL DEFAULT false);
        CREATE INDEX bare_waiting ON bare (id) WHERE NOT is_done;
        """;

    private const int Workers = 8;

    private readonly NpgsqlDataSource _database;
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private WebApplication? _app;

    private BareServer(NpgsqlDataSource database, Action? handled)
    {
        _database = database;
        _work = handled is null ? Task.CompletedTask : Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(handled)));
    }

    public Uri Url => new(_app!.Urls.First() + "/bare");

    /// <param name="connectionString">The database.</param>
    /// <param name="handled">Called for each body that was handled; null when bodies are only stored.</param>
    public static async Task<BareServer> StartAsync(string connectionString, Action? handled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new BareServer(NpgsqlDataSource.Create(connectionString), handled);
        server._app = builder.Build();
        server._app.MapPost("/bare", (RequestDelegate)server.StoreAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _database.DisposeAsync();
        _waiting.Dispose();
        _stop.Dispose();
    }

    private async Task StoreAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        await using var insert = _database.CreateCommand("INSERT INTO bare (event_id, body) VALUES ($1, $2)");
        insert.Parameters.AddWithValue(context.Request.Headers["X-Event"].ToString());
        insert.Parameters.AddWithValue(body.ToArray());
        await insert.ExecuteNonQueryAsync(context.RequestAborted);
        _waiting.Release();
    }

    private async Task WorkAsync(Action handled)
    {
        while (true)
        {
            await _waiting.WaitAsync(_stop.Token);
            await using var connection = await _database.OpenConnectionAsync(_stop.Token);
            await using var transaction = await connection.BeginTransactionAsync(_stop.Token);
            await using var take = new NpgsqlCommand("SELECT id, event_id FROM bare WHERE NOT is_done ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED", connection);
            long id;
            string eventId;
            await using (var reader = await take.ExecuteReaderAsync(_stop.Token))
            {
                if (!await reader.ReadAsync(_stop.Token))
                {
                    // Another worker took what this one saw; what that one was woken for is there now.
                    _waiting.Release();
                    continue;
                }

                (id, eventId) = (reader.GetInt64(0), reader.GetString(1));
            }

            await using var change = new NpgsqlCommand(InboxServer.Change, connection);
            change.Parameters.AddWithValue("id", InboxServer.BalanceOf(eventId));
            await change.ExecuteNonQueryAsync(_stop.Token);
            await using var end = new NpgsqlCommand("UPDATE bare SET is_done = true WHERE id = $1", connection);
            end.Parameters.AddWithValue(id);
            await end.ExecuteNonQueryAsync(_stop.Token);
            await transaction.CommitAsync(_stop.Token);
            handled();
        }
    }
}
