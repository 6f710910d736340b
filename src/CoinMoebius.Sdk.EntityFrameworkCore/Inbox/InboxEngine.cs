using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>The databases that the inbox knows how to use.</summary>
internal enum InboxEngine
{
    /// <summary>One writer at a time: leases are taken by an atomic update, and writers of one process queue up.</summary>
    Sqlite,

    /// <summary>Many nodes: leases skip locked rows, and a note wakes the others.</summary>
    PostgreSql,
}

internal static class InboxEngines
{
    /// <summary>The engine of a context.</summary>
    /// <exception cref="NotSupportedException">It is another one.</exception>
    public static InboxEngine Of(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => InboxEngine.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => InboxEngine.PostgreSql,
        var other => throw new NotSupportedException(
            $"The inbox stores into SQLite and PostgreSQL; {context.GetType().Name} uses {other ?? "no database"}. Register the context with UseSqlite or UseNpgsql, in tests too."),
    };
}
