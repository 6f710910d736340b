using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Inbox;

/// <summary>The tables of one model, by the names that statements write, and the dialect of their database.</summary>
internal sealed record InboxTables(string Inbox, string Deliveries, string Payments, string Announcements, string Tombstones, SqlDialect Dialect)
{
    /// <exception cref="InvalidOperationException">The model has no inbox.</exception>
    /// <exception cref="NotSupportedException">The database is none of those known.</exception>
    public static InboxTables Of(DbContext context)
    {
        // First: another provider may lack what the names of tables need.
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
