using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>The delimited names of the tables of one model, and the dialect of their database.</summary>
internal sealed record InboxTables(string Inbox, string Deliveries, string Payments, string Announcements, string Tombstones, SqlDialect Dialect)
{
    /// <exception cref="InvalidOperationException">The model has no inbox.</exception>
    /// <exception cref="NotSupportedException">The database is neither SQLite nor PostgreSQL.</exception>
    public static InboxTables Of(DbContext context)
    {
        // The check of the database comes first: another provider may lack the services that table names need.
        var dialect = SqlDialect.Of(context);
        return new(
            NameOf<InboxRow>(context), NameOf<DeliveryRow>(context), NameOf<LedgerRow>(context), NameOf<AnnouncementRow>(context), NameOf<TombstoneRow>(context), dialect);
    }

    /// <summary>The name of one table.</summary>
    /// <exception cref="InvalidOperationException">The model has no inbox.</exception>
    public static string NameOf<TRow>(DbContext context)
    {
        var type = context.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException(
            $"{context.GetType().Name} has no inbox. Call modelBuilder.AddCoinMoebius() in its OnModelCreating and add a migration.");
        return context.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema());
    }
}
