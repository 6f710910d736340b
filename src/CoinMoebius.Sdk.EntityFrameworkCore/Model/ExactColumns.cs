using System.Reflection;
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
    private const string ByBytesOnPostgres = "C";
    private const string ByBytesOnSqlite = "BINARY";

    // Set by its provider before any model is configured; the builder does not say which provider it is for.
    private const string MarkOfPostgres = "Npgsql:";

    /// <summary>Adds a row, whose own configuration says names, lengths and what is converted.</summary>
    public static void Add<TRow>(ModelBuilder model, Action<EntityTypeBuilder<TRow>> configure)
        where TRow : class
    {
        var isPostgres = model.Model.GetAnnotations().Any(annotation => annotation.Name.StartsWith(MarkOfPostgres, StringComparison.Ordinal));
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
                Fix(property, isPostgres);
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

    private static void Fix(IMutableProperty property, bool isPostgres)
    {
        var type = property.GetProviderClrType() ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        property.SetColumnType(isPostgres ? OnPostgres(type, property.GetMaxLength()) : OnSqlite(type));
        if (type == typeof(string))
        {
            // Two ids that differ by case, or in how an accent is written, are two. And an order by bytes outlives an update of the
            // system's languages, which silently breaks indexes of other orders, unique ones too.
            property.SetCollation(isPostgres ? ByBytesOnPostgres : ByBytesOnSqlite);
        }
    }

    // Without a precision numeric keeps all digits: coins have up to 18 decimals.
    private static string OnPostgres(Type type, int? maxLength) => type == typeof(string) ? (maxLength is { } length ? $"character varying({length})" : "text")
        : type == typeof(byte[]) ? "bytea"
        : type == typeof(Guid) ? "uuid"
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Int64 => "bigint",
            TypeCode.Int32 => "integer",
            TypeCode.Int16 => "smallint",
            TypeCode.Boolean => "boolean",
            TypeCode.Decimal => "numeric",
            _ => throw Unknown(type),
        };

    // Amounts as texts: SQLite's own numbers have 15 digits.
    private static string OnSqlite(Type type) => type == typeof(byte[]) ? "BLOB"
        : type == typeof(string) || type == typeof(Guid) || type == typeof(decimal) ? "TEXT"
        : Type.GetTypeCode(type) is TypeCode.Int64 or TypeCode.Int32 or TypeCode.Int16 or TypeCode.Boolean ? "INTEGER"
        : throw Unknown(type);

    private static NotSupportedException Unknown(Type type) => new($"No column holds {type.Name}.");
}
