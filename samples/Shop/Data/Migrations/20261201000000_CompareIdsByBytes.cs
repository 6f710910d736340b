using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Data.Migrations;

/// <summary>
/// Has PostgreSQL compare the inbox's texts by their bytes, as <c>modelBuilder.AddCoinMoebius()</c> asks for and SQLite does anyway. An
/// update of the system's languages cannot break their indexes then.
/// </summary>
[DbContext(typeof(ShopDbContext))]
[Migration("20261201000000_CompareIdsByBytes")]
public sealed class CompareIdsByBytes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => Collate(migrationBuilder, "\"C\"");

    protected override void Down(MigrationBuilder migrationBuilder) => Collate(migrationBuilder, "\"default\"");

    private static void Collate(MigrationBuilder migrationBuilder, string collation)
    {
        if (migrationBuilder.ActiveProvider != "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            return;
        }

        Alter("coinmoebius_inbox", (64, "provider account trace_parent"), (256, "event_id subject event_type delivery_id error_type"), (1024, "error_text"));
        Alter("coinmoebius_deliveries", (64, "provider account"), (256, "delivery_id event_id"));
        Alter(
            "coinmoebius_payments",
            (64, "provider account status currency"),
            (256, "payment_key payment_id transaction_id reference customer_ref last_event_id"),
            (null, "metadata"));
        Alter("coinmoebius_announcements", (64, "provider account status"), (256, "payment_key event_id"));

        void Alter(string table, params (int? Length, string Columns)[] groups) => migrationBuilder.Sql(
            $"ALTER TABLE {table} " + string.Join(", ", groups.SelectMany(group => group.Columns.Split(' ').Select(
                column => $"ALTER COLUMN {column} TYPE {(group.Length is { } length ? $"character varying({length})" : "text")} COLLATE {collation}"))));
    }
}
