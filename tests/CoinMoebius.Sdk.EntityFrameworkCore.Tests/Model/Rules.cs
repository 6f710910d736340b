using System.Linq.Expressions;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Model;

/// <summary>Rules about all entities and columns, as applications, templates and libraries have them.</summary>
internal static class Rules
{
    private const string IgnoringCase = "ignoring_case";

    /// <summary>Those that must not matter.</summary>
    public static IEnumerable<ModelRule> Harmless(bool isPostgres) =>
    [
        new("none"),
        Convention("decimals have two places", it => it.Properties<decimal>().HavePrecision(18, 2)),
        Convention("decimals are of a type", it => it.Properties<decimal>().HaveColumnType("numeric(18,2)")),
        Convention("decimals are cents", it => it.Properties<decimal>().HaveConversion<Cents>()),
        Convention("decimals are double", it => it.Properties<decimal>().HaveConversion<double>()),
        Convention("guids are texts", it => it.Properties<Guid>().HaveConversion<string>()),
        Convention("guids are bytes", it => it.Properties<Guid>().HaveConversion<byte[]>()),
        Convention("bools are numbers", it => it.Properties<bool>().HaveConversion<BoolToZeroOneConverter<short>>()),
        Convention("bools are letters", it => it.Properties<bool>().HaveConversion<Letters>()),
        Convention("numbers are texts", it => it.Properties<long>().HaveConversion<string>()),
        Convention("enums are texts", it => it.Properties<Enum>().HaveConversion<string>()),
        Convention("enums of the inbox are texts", it => it.Properties<WebhookInboxState>().HaveConversion<string>()),
        Convention("bytes are texts", it => it.Properties<byte[]>().HaveConversion<string>()),
        Convention("texts are short", it => it.Properties<string>().HaveMaxLength(20)),
        Convention("texts are encrypted", it => it.Properties<string>().HaveConversion<Cipher>()),
        Convention("texts are of a type", it => it.Properties<string>().HaveColumnType(isPostgres ? "varchar(40)" : "TEXT COLLATE NOCASE")),
        Convention("texts are ASCII of a length", it => it.Properties<string>().AreUnicode(false).AreFixedLength().HaveMaxLength(30)),
        new("texts ignore case")
        {
            Before = it => _ = isPostgres ? it.HasCollation(IgnoringCase, locale: "und-u-ks-level2", provider: "icu", deterministic: false) : it,
            Conventions = it => it.Properties<string>().UseCollation(isPostgres ? IgnoringCase : "NOCASE"),
        },
        Convention("nothing is required by its type", it => it.Conventions.Remove<NonNullableReferencePropertyConvention>()),
        new("snake case") { Options = it => it.UseSnakeCaseNamingConvention() },
        new("upper case") { Options = it => it.UseUpperCaseNamingConvention() },
        new("lazy proxies") { Options = it => it.UseLazyLoadingProxies() },
        new("change-tracking proxies") { Options = it => it.UseChangeTrackingProxies(), IsTrackedByProxies = true },
        new("nothing is tracked") { Options = it => it.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking) },
        new("tables have a prefix") { After = it => Each(it, entity => entity.SetTableName("app_" + entity.GetTableName())) },
        new("all is set before the inbox") { Before = it => EachColumn(it, column => column.SetColumnName(column.Name.ToUpperInvariant())) },
        new("tenants are filtered") { After = it => Each(it, entity => Filter(it, entity, "TenantId", "t1", "t0")) },
        new("the deleted are filtered") { After = it => Each(it, entity => Filter(it, entity, "IsDeleted", false, true)) },
        new("rows have a note") { After = it => Each(it, entity => it.Entity(entity.ClrType).Property<string?>("Note")) },
        new("rows say when") { After = it => Each(it, entity => it.Entity(entity.ClrType).Property<DateTime>("At").HasDefaultValueSql("CURRENT_TIMESTAMP")) },
        .. isPostgres
            ? [
                new("a schema is the default") { Before = it => it.HasDefaultSchema("Shop Data") },
                new("rows have a version") { After = it => Each(it, entity => it.Entity(entity.ClrType).Property<uint>("Version").IsRowVersion()) },
                new("texts ignore case by their type")
                {
                    Before = it => it.HasPostgresExtension("citext"),
                    Conventions = it => it.Properties<string>().HaveColumnType("citext"),
                },
                new("keys are serial") { Before = it => it.UseSerialColumns() },
            ]
            : new ModelRule[]
            {
                new("lengths are set afterwards") { After = it => EachColumn(it, column => column.SetMaxLength(10), typeof(string)) },
            },
    ];

    /// <summary>Those that must end the start, with what its message says.</summary>
    public static IEnumerable<(ModelRule Rule, string Message)> Harmful(bool isPostgres) =>
    [
        (After("decimals have a type", it => it.SetColumnType("numeric(18,2)"), typeof(decimal?)),
            $"LedgerRow.Amount has the column type numeric(18,2), expected is {(isPostgres ? "numeric" : "TEXT")}"),
        (After("decimals are cents", it => it.SetValueConverter(new Cents()), typeof(decimal?)), "LedgerRow.Amount has the converter C"),
        (After("texts are encrypted", it => it.SetValueConverter(new Cipher()), typeof(string)), "AnnouncementRow.EventId has the converter Cipher, expected is none"),
        (After("guids are texts", it => it.SetValueConverter(new GuidToStringConverter()), typeof(Guid?)), isPostgres ? "'InboxRow.Lease' could not be mapped" : "InboxRow.Lease has the converter"),
        (After("bools are numbers", it => it.SetProviderClrType(typeof(short)), typeof(bool?)), isPostgres ? "'LedgerRow.IsTest' could not be mapped" : "LedgerRow.IsTest has the converter"),
        (After("enums are texts", it => it.SetProviderClrType(typeof(string)), typeof(WebhookInboxState)), isPostgres ? "'InboxRow.State' could not be mapped" : "InboxRow.State has the"),
        (After("texts ignore case", it => it.SetCollation(isPostgres ? IgnoringCase : "NOCASE"), typeof(string)), "AnnouncementRow.EventId has the collation"),
        (After("columns are upper case", it => it.SetColumnName(it.Name.ToUpperInvariant())), "AnnouncementRow.EventId has the column name EVENTID, expected is event_id"),
        (After("columns have a default", it => it.SetDefaultValue(""), typeof(string)), "AnnouncementRow.EventId has the default"),
        (After("columns are computed", it => it.SetComputedColumnSql("1"), typeof(int)), "InboxRow.Attempts has the computation 1, expected is none"),
        (new("rows say whether they are deleted") { After = it => Each(it, entity => it.Entity(entity.ClrType).Property<bool>("IsDeleted")) },
            "InboxRow.IsDeleted is a required column that the statements do not set"),
        (new("rows have an owner") { After = it => Each(it, entity => it.Entity(entity.ClrType).Property<string>("Owner").IsRequired()) },
            "DeliveryRow.Owner is a required column that the statements do not set"),
        (new("a property is left out") { After = it => it.Entity(RowType(it, "LedgerRow")).Ignore("CustomerRef") }, "LedgerRow.CustomerRef is not mapped"),
        (new("what is unique is so for a tenant") { After = TenantKeys }, "InboxRow no longer has a unique key of Provider, Account, EventId"),
        (new("the rows are a view") { After = it => it.Entity(RowType(it, "AnnouncementRow")).ToTable((string?)null).ToView("told") }, "AnnouncementRow has no table"),
        .. isPostgres
            ? [
                (After("decimals have two places", it => it.SetPrecision(18), typeof(decimal?)), "LedgerRow.Amount has the column type numeric(18"),
                (After("texts are short", it => it.SetColumnType("character varying(100)"), typeof(string)),
                    "AnnouncementRow.EventId has the column type character varying(100), expected is character varying(256)"),
                (new("keys come in blocks") { Before = it => it.UseHiLo() }, "InboxRow.Id takes its numbers from a HiLo sequence"),
            ]
            : Array.Empty<(ModelRule, string)>(),
    ];

    private static ModelRule Convention(string name, Action<ModelConfigurationBuilder> rule) => new(name) { Conventions = rule };

    private static ModelRule After(string name, Action<IMutableProperty> rule, Type? type = null) =>
        new(name + ", afterwards") { After = model => EachColumn(model, rule, type) };

    private static void Each(ModelBuilder model, Action<IMutableEntityType> rule) => model.Model.GetEntityTypes().ToList().ForEach(rule);

    private static void EachColumn(ModelBuilder model, Action<IMutableProperty> rule, Type? type = null) => Each(
        model, entity => entity.GetProperties().Where(property => type is null || property.ClrType == type).ToList().ForEach(rule));

    private static Type RowType(ModelBuilder model, string name) => model.Model.GetEntityTypes().Single(entity => entity.ClrType.Name == name).ClrType;

    /// <summary>Adds a column, and shows rows with one value of it while the tables get another.</summary>
    private static void Filter<T>(ModelBuilder model, IMutableEntityType entity, string name, T shown, T stored)
    {
        model.Entity(entity.ClrType).Property<T>(name).HasDefaultValue(stored);
        var row = Expression.Parameter(entity.ClrType);
        var value = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(T)], row, Expression.Constant(name));
        entity.SetQueryFilter(Expression.Lambda(Expression.Equal(value, Expression.Constant(shown, typeof(T))), row));
    }

    private static void TenantKeys(ModelBuilder model) => Each(model, entity =>
    {
        foreach (var index in entity.GetIndexes().Where(index => index.IsUnique).ToList())
        {
            var tenant = model.Entity(entity.ClrType).Property<string>("TenantId").HasDefaultValue("").Metadata;
            entity.RemoveIndex(index);
            entity.AddIndex([.. index.Properties, tenant]).IsUnique = true;
        }
    });

    private sealed class Cents() : ValueConverter<decimal, long>(amount => (long)(amount * 100), cents => cents / 100m);

    private sealed class Letters() : ValueConverter<bool, string>(yes => yes ? "Y" : "N", letter => letter == "Y");

    private sealed class Cipher() : ValueConverter<string, string>(text => "enc:" + text, text => text.Substring(4));
}
