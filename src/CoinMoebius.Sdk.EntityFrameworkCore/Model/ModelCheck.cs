using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// Compares an application's finished model with the tables that the statements expect: code that runs after
/// <see cref="CoinMoebiusModelBuilderExtensions.AddCoinMoebius"/> may have changed them.
/// </summary>
internal static class ModelCheck
{
    private const int MostFaults = 5;

    /// <summary>Compares the models. Names of tables may differ, and an application may add columns that need no value.</summary>
    /// <exception cref="NotSupportedException">The database is neither SQLite nor PostgreSQL.</exception>
    /// <exception cref="InvalidOperationException">The tables are missing, or something differs; the message names entity, property and remedy.</exception>
    public static void Run(DbContext context)
    {
        var dialect = SqlDialect.Of(context);

        // The runtime model has no collations.
        var found = context.GetService<IDesignTimeModel>().Model;
        if (found.FindEntityType(typeof(InboxRow)) is null)
        {
            throw new InvalidOperationException(
                $"{context.GetType().Name} has no inbox. Call modelBuilder.AddCoinMoebius() in its OnModelCreating and add a migration.");
        }

        var faults = Expected(context).GetEntityTypes().SelectMany(type => Faults(type, found, dialect)).ToList();
        if (faults.Count > 0)
        {
            var more = faults.Count > MostFaults ? $" (and {faults.Count - MostFaults} more)" : "";
            throw new InvalidOperationException(
                $"{context.GetType().Name} has changed the tables that the inbox reads and writes with its own SQL statements: "
                + string.Join("; ", faults.Take(MostFaults)) + more
                + ". Call modelBuilder.AddCoinMoebius() at the end of OnModelCreating, or leave the entity types of the namespace "
                + $"{typeof(ModelCheck).Namespace} out of the convention that changes them, then add a migration.");
        }
    }

    /// <summary>The tables alone, as the context's provider builds them without the conventions of the application.</summary>
    private static IModel Expected(DbContext context)
    {
        var conventions = context.GetService<IConventionSetBuilder>().CreateConventionSet();
        conventions.Remove(typeof(DbSetFindingConvention));
        var builder = new ModelBuilder(conventions, context.GetService<ModelDependencies>());
        builder.AddCoinMoebius();
        return context.GetService<IModelRuntimeInitializer>().Initialize(builder.FinalizeModel(), designTime: true);
    }

    private static IEnumerable<string> Faults(IEntityType expected, IModel model, SqlDialect dialect)
    {
        var found = model.FindEntityType(expected.ClrType);
        if (found?.GetTableName() is not { } name || model.GetRelationalModel().FindTable(name, found.GetSchema()) is not { } table)
        {
            return [$"{expected.ClrType.Name} has no table"];
        }

        return Properties(expected, found, dialect).Concat(Keys(expected, found)).Concat(Additions(expected, table, dialect));
    }

    private static IEnumerable<string> Properties(IEntityType expected, IEntityType found, SqlDialect dialect)
    {
        foreach (var property in expected.GetProperties())
        {
            var name = $"{expected.ClrType.Name}.{property.Name}";
            if (found.FindProperty(property.Name) is not { } other)
            {
                yield return $"{name} is not mapped";
                continue;
            }

            foreach (var (what, left, right) in Compared(property).Zip(Compared(other), static (a, b) => (a.What, a.Value, b.Value)))
            {
                // By default both databases compare texts by their bytes.
                if (left != right && !(what == "collation" && right is null))
                {
                    yield return $"{name} has the {what} {right ?? "none"}, expected is {left ?? "none"}";
                }
            }

            if (dialect.GenerationFault(other) is { } fault)
            {
                yield return $"{name} {fault}";
            }
        }
    }

    private static IEnumerable<(string What, string? Value)> Compared(IProperty property)
    {
        yield return ("column name", property.GetColumnName());
        yield return ("column type", property.GetColumnType());
        yield return ("nullability", property.IsColumnNullable() ? "NULL" : "NOT NULL");
        yield return ("converter", property.GetTypeMapping().Converter?.GetType().Name);
        yield return ("collation", property.GetCollation());
        yield return ("default", property.TryGetDefaultValue(out var value) ? $"{value}" : property.GetDefaultValueSql());
        yield return ("computation", property.GetComputedColumnSql());
    }

    /// <summary>The columns that <c>ON CONFLICT</c> names must be unique.</summary>
    private static IEnumerable<string> Keys(IEntityType expected, IEntityType found)
    {
        var keys = found.GetIndexes().Where(index => index.IsUnique && index.GetFilter() is null).Select(index => Names(index.Properties))
            .Append(Names(found.FindPrimaryKey()?.Properties ?? [])).ToHashSet();
        var needed = expected.GetIndexes().Where(index => index.IsUnique && index.GetFilter() is null).Select(index => Names(index.Properties))
            .Append(Names(expected.FindPrimaryKey()!.Properties));
        return needed.Where(key => !keys.Contains(key)).Select(key => $"{expected.ClrType.Name} no longer has a unique key of {key}");
    }

    /// <summary>The statements do not set columns that the application added.</summary>
    private static IEnumerable<string> Additions(IEntityType expected, ITable table, SqlDialect dialect) =>
        from column in table.Columns
        let property = column.PropertyMappings[0].Property
        where expected.FindProperty(property.Name) is null
            && !column.IsNullable && !column.TryGetDefaultValue(out _) && column.DefaultValueSql is null && column.ComputedColumnSql is null
            && !dialect.IsSystemColumn(column)
        select $"{expected.ClrType.Name}.{property.Name} is a required column that the statements do not set, expected is one that may be null or has a default in the database";

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(property => property.Name));
}
