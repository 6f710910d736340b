using CoinMoebius.Shop.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shop;
using Shop.Data;

namespace CoinMoebius.Shop.Tests;

/// <summary>The migrations are written by hand; here they are compared with what Entity Framework makes of the model.</summary>
public sealed class SchemaTests
{
    private static readonly DateTimeOffset Time = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

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
    public async Task Orders_of_an_older_version_follow_the_payment_that_paid_them([ValueSource(typeof(TestDatabase), nameof(TestDatabase.Engines))] string engine)
    {
        using var database = await TestDatabase.CreateAsync(engine);
        await using var context = database.CreateDbContext();
        await context.Database.MigrateAsync("20261201000002_KeepFacts");
        await AddAsync("paid", ("succeeded", 0.5m, "P1"), ("succeeded", 19.99m, "P2"));
        await AddAsync("refunded", ("failed", 19.99m, "P3"), ("succeeded", 19.99m, "P4"), ("refunded", 5m, "P4"));
        await AddAsync("review", ("succeeded", 100m, "P5"), ("pending", 1m, "P6"));
        await AddAsync("new");

        await context.Database.MigrateAsync();

        (await database.FindAsync("paid")).Should().Match<Order>(order => order.PaymentId == "P2" && order.AmountPaid == 19.99m && order.ShippedAt == Time);
        (await database.FindAsync("refunded")).Should().Match<Order>(
            order => order.PaymentId == "P4" && order.AmountPaid == 19.99m && order.AmountRefunded == 5m && order.PaidCurrency == "USD" && order.ShippedAt == Time);
        (await database.FindAsync("review")).Should().Match<Order>(order => order.PaymentId == "P5" && order.ShippedAt == null);
        (await database.FindAsync("new")).Should().Match<Order>(order => order.PaymentId == null && order.AmountPaid == null && order.ShippedAt == null);

        await context.Database.MigrateAsync("20261201000002_KeepFacts");
        (await context.Database.SqlQueryRaw<int>("SELECT rank AS \"Value\" FROM orders ORDER BY id").ToListAsync()).Should().Equal(-1, 3, 5, 3);

        async Task AddAsync(string id, params (string Status, decimal Amount, string PaymentId)[] events)
        {
            var (at, status) = (Time.ToUnixTimeMilliseconds(), id == "paid" ? "succeeded" : id);
            await context.Database.ExecuteSqlAsync($"""
                INSERT INTO orders (id, product_id, price, currency, provider, status, rank, created_at, updated_at, version)
                VALUES ({id}, 't-shirt', {19.99m}, 'USD', 'paypal', {status}, 0, {at}, {at}, 1)
                """);
            foreach (var told in events)
            {
                await context.Database.ExecuteSqlAsync($"""
                    INSERT INTO order_events (order_id, provider, payment_id, event_id, event_type, status, amount, currency, is_first_of_status, at)
                    VALUES ({id}, 'paypal', {told.PaymentId}, 'evt', 'test', {told.Status}, {told.Amount}, 'USD', {true}, {at})
                    """);
            }
        }
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
