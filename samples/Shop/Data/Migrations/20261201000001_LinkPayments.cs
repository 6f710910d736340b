using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Data.Migrations;

/// <summary>
/// Keys payments by the provider's id, and keeps what the shop expects apart from what payloads claim: a transaction that a webhook named
/// links nothing. SQLite can change no key, so both tables are written anew.
/// </summary>
[DbContext(typeof(ShopDbContext))]
[Migration("20261201000001_LinkPayments")]
public sealed class LinkPayments : Migration
{
    private const string Reference = "ix_coinmoebius_payments_reference";
    private const string Check = "ix_coinmoebius_payments_check";

    private static readonly string[] Tables = ["coinmoebius_payments", "coinmoebius_announcements"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        SetAside(migrationBuilder, "ix_coinmoebius_payments_payment", "ix_coinmoebius_payments_transaction", Reference, Check);
        var byBytes = ByBytes(migrationBuilder);
        migrationBuilder.CreateTable(
            "coinmoebius_payments",
            table => new
            {
                payment_id = table.Column<string>(maxLength: 256, collation: byBytes),
                provider = table.Column<string>(maxLength: 64, collation: byBytes),
                account = table.Column<string>(maxLength: 64, collation: byBytes),
                transaction_id = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                order_reference = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                expected_amount = table.Column<decimal>(nullable: true),
                expected_currency = table.Column<string>(maxLength: 64, nullable: true, collation: byBytes),
                claimed_id = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                status = table.Column<string>(maxLength: 64, collation: byBytes),
                rank = table.Column<int>(),
                amount = table.Column<decimal>(nullable: true),
                currency = table.Column<string>(maxLength: 64, nullable: true, collation: byBytes),
                reference = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                customer_ref = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                is_test = table.Column<bool>(nullable: true),
                metadata = table.Column<string>(collation: byBytes),
                last_event_id = table.Column<string>(maxLength: 256, collation: byBytes),
                occurred_at = table.Column<long>(nullable: true),
                created_at = table.Column<long>(),
                updated_at = table.Column<long>(),
                check_at = table.Column<long>(nullable: true),
                checks = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("pk_coinmoebius_payments", row => new { row.payment_id, row.provider, row.account }));
        migrationBuilder.CreateTable(
            "coinmoebius_announcements",
            table => new
            {
                payment_id = table.Column<string>(maxLength: 256, collation: byBytes),
                provider = table.Column<string>(maxLength: 64, collation: byBytes),
                account = table.Column<string>(maxLength: 64, collation: byBytes),
                status = table.Column<string>(maxLength: 64, collation: byBytes),
                event_id = table.Column<string>(maxLength: 256, collation: byBytes),
            },
            constraints: table => table.PrimaryKey(
                "pk_coinmoebius_announcements", row => new { row.payment_id, row.provider, row.account, row.status }));
        migrationBuilder.CreateTable(
            "coinmoebius_tombstones",
            table => new { event_hash = table.Column<byte[]>(maxLength: 32) },
            constraints: table => table.PrimaryKey("pk_coinmoebius_tombstones", row => row.event_hash));

        // Of what was only expected the shop wrote the transaction; of the others a payload named it.
        migrationBuilder.Sql("""
            INSERT INTO coinmoebius_payments (payment_id, provider, account, transaction_id, order_reference, expected_amount, expected_currency,
                claimed_id, status, rank, amount, currency, reference, customer_ref, is_test, metadata, last_event_id, occurred_at, created_at,
                updated_at, check_at, checks)
            SELECT payment_id, provider, account, CASE WHEN last_event_id = '' THEN transaction_id END, CASE WHEN last_event_id = '' THEN reference END,
                CASE WHEN last_event_id = '' THEN amount END, CASE WHEN last_event_id = '' THEN currency END,
                CASE WHEN last_event_id <> '' THEN transaction_id END, status, rank, amount, currency, reference, customer_ref, is_test, metadata,
                last_event_id, occurred_at, created_at, updated_at, check_at, checks
            FROM coinmoebius_payments_old WHERE true ON CONFLICT DO NOTHING;
            INSERT INTO coinmoebius_announcements (payment_id, provider, account, status, event_id)
            SELECT COALESCE(p.payment_id, a.payment_key), a.provider, a.account, a.status, a.event_id
            FROM coinmoebius_announcements_old AS a LEFT JOIN coinmoebius_payments_old AS p
                ON p.payment_key = a.payment_key AND p.provider = a.provider AND p.account = a.account
            WHERE true ON CONFLICT DO NOTHING;
            """);
        Forget(migrationBuilder);
        migrationBuilder.CreateIndex(
            "ux_coinmoebius_payments_transaction", "coinmoebius_payments", ["transaction_id", "provider", "account"], unique: true,
            filter: "transaction_id IS NOT NULL");
        AddIndexes(
            migrationBuilder, ("ix_coinmoebius_payments_order", "order_reference"), ("ix_coinmoebius_payments_claimed", "claimed_id"),
            (Reference, "reference"), (Check, "check_at"));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("coinmoebius_tombstones");
        SetAside(
            migrationBuilder, "ux_coinmoebius_payments_transaction", "ix_coinmoebius_payments_order", "ix_coinmoebius_payments_claimed", Reference, Check);
        var byBytes = ByBytes(migrationBuilder);
        migrationBuilder.CreateTable(
            "coinmoebius_payments",
            table => new
            {
                payment_key = table.Column<string>(maxLength: 256, collation: byBytes),
                provider = table.Column<string>(maxLength: 64, collation: byBytes),
                account = table.Column<string>(maxLength: 64, collation: byBytes),
                payment_id = table.Column<string>(maxLength: 256, collation: byBytes),
                transaction_id = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                status = table.Column<string>(maxLength: 64, collation: byBytes),
                rank = table.Column<int>(),
                amount = table.Column<decimal>(nullable: true),
                currency = table.Column<string>(maxLength: 64, nullable: true, collation: byBytes),
                reference = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                customer_ref = table.Column<string>(maxLength: 256, nullable: true, collation: byBytes),
                is_test = table.Column<bool>(nullable: true),
                metadata = table.Column<string>(collation: byBytes),
                last_event_id = table.Column<string>(maxLength: 256, collation: byBytes),
                occurred_at = table.Column<long>(nullable: true),
                created_at = table.Column<long>(),
                updated_at = table.Column<long>(),
                check_at = table.Column<long>(nullable: true),
                checks = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("pk_coinmoebius_payments", row => new { row.payment_key, row.provider, row.account }));
        migrationBuilder.CreateTable(
            "coinmoebius_announcements",
            table => new
            {
                payment_key = table.Column<string>(maxLength: 256, collation: byBytes),
                provider = table.Column<string>(maxLength: 64, collation: byBytes),
                account = table.Column<string>(maxLength: 64, collation: byBytes),
                status = table.Column<string>(maxLength: 64, collation: byBytes),
                event_id = table.Column<string>(maxLength: 256, collation: byBytes),
            },
            constraints: table => table.PrimaryKey(
                "pk_coinmoebius_announcements", row => new { row.payment_key, row.provider, row.account, row.status }));
        migrationBuilder.Sql("""
            INSERT INTO coinmoebius_payments (payment_key, provider, account, payment_id, transaction_id, status, rank, amount, currency, reference,
                customer_ref, is_test, metadata, last_event_id, occurred_at, created_at, updated_at, check_at, checks)
            SELECT payment_id, provider, account, payment_id, COALESCE(transaction_id, claimed_id), status, rank, amount, currency, reference,
                customer_ref, is_test, metadata, last_event_id, occurred_at, created_at, updated_at, check_at, checks FROM coinmoebius_payments_old;
            INSERT INTO coinmoebius_announcements (payment_key, provider, account, status, event_id)
            SELECT payment_id, provider, account, status, event_id FROM coinmoebius_announcements_old;
            """);
        Forget(migrationBuilder);
        migrationBuilder.CreateIndex("ix_coinmoebius_payments_payment", "coinmoebius_payments", "payment_id");
        AddIndexes(migrationBuilder, ("ix_coinmoebius_payments_transaction", "transaction_id"), (Reference, "reference"), (Check, "check_at"));
    }

    // The names of keys and indexes are needed again: on PostgreSQL a key has one, too.
    private static void SetAside(MigrationBuilder migrationBuilder, params string[] indexes)
    {
        foreach (var index in indexes)
        {
            migrationBuilder.DropIndex(index, "coinmoebius_payments");
        }

        foreach (var table in Tables)
        {
            if (ByBytes(migrationBuilder) is not null)
            {
                migrationBuilder.DropPrimaryKey($"pk_{table}", table);
            }

            migrationBuilder.RenameTable(table, newName: $"{table}_old");
        }
    }

    private static void Forget(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.DropTable($"{table}_old");
        }
    }

    private static void AddIndexes(MigrationBuilder migrationBuilder, params (string Name, string Column)[] indexes)
    {
        foreach (var (name, column) in indexes)
        {
            migrationBuilder.CreateIndex(name, "coinmoebius_payments", column, filter: $"{column} IS NOT NULL");
        }
    }

    private static string? ByBytes(MigrationBuilder migrationBuilder) =>
        migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL" ? "C" : null;
}
