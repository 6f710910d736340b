using CoinMoebius.Shop.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shop.Data;

namespace CoinMoebius.Shop.Tests;

/// <summary>The migrations are written by hand; here they are compared with what Entity Framework makes of the model.</summary>
public sealed class SchemaTests
{
    /// <summary>One line for each column, index and constraint.</summary>
    private static readonly Dictionary<string, string> Descriptions = new()
    {
        [TestDatabase.Sqlite] = """
            SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || ' notnull ' || c."notnull" || ' default ' || ifnull(c.dflt_value, '-')
                || ' pk ' || c.pk || CASE WHEN t.sql LIKE '%"' || c.name || '" INTEGER%AUTOINCREMENT%' AND c.pk = 1 THEN ' autoincrement' ELSE '' END AS "Value"
            FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
            UNION ALL SELECT 'index ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
            UNION ALL SELECT 'foreign key ' || t.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete
            FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
            ORDER BY 1
            """,
        [TestDatabase.Postgres] = """
            SELECT concat_ws(' ', 'column', table_name, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale,
                'nullable', is_nullable, 'default', column_default, 'identity', identity_generation) AS "Value"
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
            UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
            UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
            ORDER BY 1
            """,
    };

    [Test]
    public async Task The_migrations_make_what_the_model_says([ValueSource(typeof(TestDatabase), nameof(TestDatabase.Engines))] string engine)
    {
        using var migrated = await TestDatabase.CreateEmptyAsync(engine);
        using var created = await TestDatabase.CreateEmptyAsync(engine);
        await using var left = migrated.CreateDbContext();
        await using var right = created.CreateDbContext();

        await left.Database.MigrateAsync();
        await right.Database.EnsureCreatedAsync();

        var expected = await DescribeAsync(right, engine);
        expected.Should().Contain(line => line.Contains("coinmoebius_inbox")).And.Contain(line => line.Contains("order_events"));
        (await DescribeAsync(left, engine)).Should().Equal(expected);
    }

    [Test]
    public async Task The_snapshot_is_the_model([ValueSource(typeof(TestDatabase), nameof(TestDatabase.Engines))] string engine)
    {
        using var database = await TestDatabase.CreateEmptyAsync(engine);
        await using var context = database.CreateDbContext();

        context.Database.HasPendingModelChanges().Should().BeFalse();
    }

    [Test]
    public async Task PostgreSQL_compares_every_text_of_the_inbox_by_its_bytes()
    {
        using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        await using var context = database.CreateDbContext();

        var collations = await context.Database.SqlQueryRaw<string>("""
            SELECT concat_ws(' ', table_name, column_name, COALESCE(collation_name, 'default')) AS "Value" FROM information_schema.columns
            WHERE table_name LIKE 'coinmoebius\_%' AND data_type IN ('text', 'character varying')
            """).ToListAsync();

        collations.Should().HaveCountGreaterThan(20).And.OnlyContain(column => column.EndsWith(" C"));
    }

    [Test]
    public async Task Everything_can_be_taken_back([ValueSource(typeof(TestDatabase), nameof(TestDatabase.Engines))] string engine)
    {
        using var database = await TestDatabase.CreateAsync(engine);
        await using var context = database.CreateDbContext();

        await context.Database.MigrateAsync("0");

        (await DescribeAsync(context, engine)).Where(line => !line.Contains("sqlite_sequence")).Should().BeEmpty();
    }

    private static Task<List<string>> DescribeAsync(ShopDbContext context, string engine) =>
        context.Database.SqlQueryRaw<string>(Descriptions[engine]).ToListAsync();
}
