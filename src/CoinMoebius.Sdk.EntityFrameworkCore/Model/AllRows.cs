using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// The only way to query the tables: an application's query filters, such as for tenants or soft deletion, hide none of their rows.
/// </summary>
internal static class AllRows
{
    /// <summary>All rows of a table, without tracking.</summary>
    public static IQueryable<TRow> AllRowsOf<TRow>(this DbContext context)
        where TRow : class => context.Set<TRow>().IgnoreQueryFilters().AsNoTracking();

    /// <summary>The rows that a statement returns. It must return every column of the model.</summary>
    public static IQueryable<TRow> RowsOf<TRow>(this DbContext context, string sql, params object[] parameters)
        where TRow : class => context.Set<TRow>().FromSqlRaw(sql, parameters).IgnoreQueryFilters().AsNoTracking();
}
