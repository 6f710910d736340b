using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Data.Migrations;

/// <summary>
/// Makes room for what the events of a payment tell: what was paid, refunded and disputed, by which checkout. Rows of before go on: what was
/// paid is their amount, unless that is of a refund or a dispute.
/// </summary>
[DbContext(typeof(ShopDbContext))]
[Migration("20261201000002_KeepFacts")]
public sealed class KeepFacts : Migration
{
    private const string Payments = "coinmoebius_payments";
    private const string Announcements = "coinmoebius_announcements";
    private const string Checkout = "ix_coinmoebius_payments_checkout";

    private static readonly string[] Texts = ["checkout_id", "subscription_id"];
    private static readonly string[] Amounts = ["amount_paid", "amount_refunded", "priced_amount"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var byBytes = IsPostgres(migrationBuilder) ? "C" : null;
        foreach (var text in Texts)
        {
            migrationBuilder.AddColumn<string>(text, Payments, maxLength: 256, nullable: true, collation: byBytes);
        }

        foreach (var amount in Amounts)
        {
            migrationBuilder.AddColumn<decimal>(amount, Payments, nullable: true);
        }

        migrationBuilder.AddColumn<string>("priced_currency", Payments, maxLength: 64, nullable: true, collation: byBytes);
        migrationBuilder.AddColumn<string>("facts", Payments, nullable: true, collation: byBytes);
        migrationBuilder.CreateIndex(Checkout, Payments, "checkout_id", filter: "checkout_id IS NOT NULL");
        migrationBuilder.Sql("""
            UPDATE coinmoebius_payments SET
                amount_paid = CASE WHEN last_event_id <> '' AND status IN ('succeeded', 'partial') THEN amount END,
                rank = CASE WHEN status IN ('failed', 'manual_canceled', 'manual_expired') THEN 1 WHEN status = 'partial' THEN 2 WHEN status = 'succeeded' THEN 3
                    WHEN status IN ('refunded', 'manual_revoked') THEN 5 WHEN status = 'disputed' THEN 6 ELSE 0 END
            """);
        migrationBuilder.RenameColumn("status", Announcements, "fact");
        Resize(migrationBuilder, 256);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            DELETE FROM coinmoebius_announcements WHERE fact LIKE '% %';
            UPDATE coinmoebius_payments SET rank = CASE WHEN status = 'partial' THEN 1 WHEN status IN ('failed', 'manual_canceled', 'manual_expired', 'succeeded') THEN 2
                WHEN rank > 3 THEN 3 ELSE 0 END
            """);
        Resize(migrationBuilder, 64);
        migrationBuilder.RenameColumn("fact", Announcements, "status");
        migrationBuilder.DropIndex(Checkout, Payments);
        foreach (var column in (string[])[.. Texts, .. Amounts, "priced_currency", "facts"])
        {
            // SQLite's own statement: Entity Framework would write the table anew, and knows only the model of today.
            migrationBuilder.Sql($"ALTER TABLE {Payments} DROP COLUMN {column}");
        }
    }

    // SQLite's texts have no length.
    private static void Resize(MigrationBuilder migrationBuilder, int length)
    {
        if (IsPostgres(migrationBuilder))
        {
            migrationBuilder.Sql($"ALTER TABLE {Announcements} ALTER COLUMN fact TYPE character varying({length}) COLLATE \"C\"");
        }
    }

    private static bool IsPostgres(MigrationBuilder migrationBuilder) => migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL";
}
