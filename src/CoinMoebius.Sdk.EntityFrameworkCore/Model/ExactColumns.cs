using System.Reflection;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// Configures every facet of the columns of a row, so that conventions of the application do not affect them: the SQL statements do not
/// consult the model.
/// </summary>
internal static class ExactColumns
{
    /// <summary>Adds a row type; its own configuration sets names, lengths and conversions.</summary>
    public static void Add<TRow>(ModelBuilder model, Action<EntityTypeBuilder<TRow>> configure)
        where TRow : class
    {
        var dialect = SqlDialect.Of(model.Model);
        model.Entity<TRow>(row =>
        {
            var nullability = new NullabilityInfoContext();
            foreach (var member in typeof(TRow).GetProperties())
            {
                var property = row.Property(member.PropertyType, member.Name).Metadata;
                Forget(property);
                property.IsNullable = nullability.Create(member).ReadState == NullabilityState.Nullable;
            }

            configure(row);
            foreach (var property in row.Metadata.GetDeclaredProperties().Where(property => !property.IsShadowProperty()))
            {
                Fix(property, dialect);
            }
        });
    }

    private static void Forget(IMutableProperty property)
    {
        property.SetMaxLength(null);
        property.SetPrecision(null);
        property.SetScale(null);
        property.SetIsUnicode(null);
        property.SetIsFixedLength(null);
        property.SetValueConverter((Type?)null);
        property.SetProviderClrType(null);
        property.SetValueComparer((Type?)null);
        property.SetCollation(null);
    }

    private static void Fix(IMutableProperty property, SqlDialect dialect)
    {
        var type = property.GetProviderClrType() ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        property.SetColumnType(dialect.ColumnType(type, property.GetMaxLength()));
        if (type == typeof(string))
        {
            property.SetCollation(dialect.Collation);
        }
    }
}
