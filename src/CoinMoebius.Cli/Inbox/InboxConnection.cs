using System.Data.Common;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.EntityFrameworkCore;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Cli.Inbox;

/// <summary>The location of an inbox, and the streams of the command that uses it.</summary>
internal sealed class InboxConnection(
    CommandIo io, string? connectionString, string? variable, string? schema, string inboxTable, string deliveriesTable, TextWriter output)
{
    public const string DefaultVariable = "COINMOEBIUS_INBOX";
    public const string DefaultInboxTable = "coinmoebius_inbox";
    public const string DefaultDeliveriesTable = "coinmoebius_deliveries";

    public CommandIo Io => io;

    /// <summary>Standard output, as text.</summary>
    public TextWriter Output => output;

    /// <summary>Opens the inbox and uses it.</summary>
    /// <exception cref="CommandException">There is no connection string, or the database cannot be used.</exception>
    public async Task<int> UseAsync(Func<IWebhookInbox, Task<int>> use)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(io.Clock);
        services.AddSingleton<Action<CoinMoebiusModelOptions>>(Name);
        services.AddDbContext<InboxContext>(Configure);
        services.AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<InboxContext>();
        await using var provider = services.BuildServiceProvider();
        try
        {
            return await use(provider.GetRequiredService<IWebhookInbox>());
        }
        catch (DbException exception)
        {
            throw new CommandException($"the database cannot be used: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private void Name(CoinMoebiusModelOptions names) => (names.Schema, names.InboxTable, names.DeliveriesTable) = (schema, inboxTable, deliveriesTable);

    private void Configure(DbContextOptionsBuilder options)
    {
        var text = Find();
        DbConnectionStringBuilder parts;
        try
        {
            parts = new DbConnectionStringBuilder { ConnectionString = text };
            if (parts.ContainsKey("Host") || parts.ContainsKey("Server"))
            {
                options.UseNpgsql(text);
            }
            else
            {
                // A missing file is a typing error: the command must not create a database.
                options.UseSqlite(new SqliteConnectionStringBuilder(text) { Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
            }
        }
        catch (ArgumentException)
        {
            // The connection string may contain a password, and so may the exception's message.
            throw new CommandException("the connection string is neither for PostgreSQL (Host=…;Database=…) nor for SQLite (Data Source=…).");
        }

        // Table names are part of the model, and a process uses one inbox.
        options.EnableServiceProviderCaching(false);
    }

    private string Find()
    {
        if (connectionString is not null)
        {
            return connectionString;
        }

        var name = variable ?? DefaultVariable;
        return io.Variable(name) is { Length: > 0 } value
            ? value
            : throw new CommandException($"no connection string: set the environment variable {name}, or use --connection.");
    }
}
