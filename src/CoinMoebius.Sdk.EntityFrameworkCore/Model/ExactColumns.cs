using System.Reflection;
using CoinMoebius.Sdk.EntityFrameworkCore.Dialects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>
/// Says everything about the columns of a row, so that no rule which an application has for all of its columns reaches them: the statements
/// write and read without asking the model how.
/// </summary>
internal static class ExactColumns
{
    /// <summary>Adds a row, whose own configuration says names, lengths and what is converted.</summary>
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
