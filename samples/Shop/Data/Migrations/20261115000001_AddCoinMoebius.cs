using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Shop.Data.Migrations;

/// <summary>The tables of the durable inbox, as <c>modelBuilder.AddCoinMoebius()</c> has them.</summary>
[DbContext(typeof(ShopDbContext))]
[Migration("20261115000001_AddCoinMoebius")]
public sealed class AddCoinMoebius : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "coinmoebius_inbox",
            table => new
            {
                id = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                provider = table.Column<string>(maxLength: 64),
                account = table.Column<string>(maxLength: 64),
                event_id = table.Column<string>(maxLength: 256),
                subject = table.Column<string>(maxLength: 256, nullable: true),
                event_type = table.Column<string>(maxLength: 256),
                delivery_id = table.Column<string>(maxLength: 256, nullable: true),
                @event = table.Column<byte[]>(name: "event"),
                raw_body = table.Column<byte[]>(),
                trace_parent = table.Column<string>(maxLength: 64, nullable: true),
                received_at = table.Column<long>(),
                state = table.Column<short>(),
                due_at = table.Column<long>(),
                lease = table.Column<Guid>(nullable: true),
                attempts = table.Column<int>(),
                processed_at = table.Column<long>(nullable: true),
                error_type = table.Column<string>(maxLength: 256, nullable: true),
                error_text = table.Column<string>(maxLength: 1024, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_coinmoebius_inbox", row => row.id));
        migrationBuilder.CreateIndex("ux_coinmoebius_inbox_event", "coinmoebius_inbox", ["provider", "account", "event_id"], unique: true);
        migrationBuilder.CreateIndex("ix_coinmoebius_inbox_pending", "coinmoebius_inbox", "id", filter: "state = 0");
        migrationBuilder.CreateIndex(
            "ix_coinmoebius_inbox_subject", "coinmoebius_inbox", ["subject", "id"], filter: "state < 1");
        migrationBuilder.CreateIndex("ix_coinmoebius_inbox_parked", "coinmoebius_inbox", "state", filter: "state = 2");

        migrationBuilder.CreateTable(
            "coinmoebius_deliveries",
            table => new
            {
                provider = table.Column<string>(maxLength: 64),
                account = table.Column<string>(maxLength: 64),
                delivery_id = table.Column<string>(maxLength: 256),
                event_id = table.Column<string>(maxLength: 256),
                received_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_coinmoebius_deliveries", row => new { row.provider, row.account, row.delivery_id }));
        migrationBuilder.CreateIndex("ix_coinmoebius_deliveries_received", "coinmoebius_deliveries", "received_at");

        migrationBuilder.CreateTable(
            "coinmoebius_payments",
            table => new
            {
                payment_key = table.Column<string>(maxLength: 256),
                provider = table.Column<string>(maxLength: 64),
                account = table.Column<string>(maxLength: 64),
                payment_id = table.Column<string>(maxLength: 256),
                transaction_id = table.Column<string>(maxLength: 256, nullable: true),
                status = table.Column<string>(maxLength: 64),
                rank = table.Column<int>(),
                amount = table.Column<decimal>(nullable: true),
                currency = table.Column<string>(maxLength: 64, nullable: true),
                reference = table.Column<string>(maxLength: 256, nullable: true),
                customer_ref = table.Column<string>(maxLength: 256, nullable: true),
                is_test = table.Column<bool>(nullable: true),
                metadata = table.Column<string>(),
                last_event_id = table.Column<string>(maxLength: 256),
                occurred_at = table.Column<long>(nullable: true),
                created_at = table.Column<long>(),
                updated_at = table.Column<long>(),
                check_at = table.Column<long>(nullable: true),
                checks = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("pk_coinmoebius_payments", row => new { row.payment_key, row.provider, row.account }));
        migrationBuilder.CreateIndex("ix_coinmoebius_payments_payment", "coinmoebius_payments", "payment_id");
        migrationBuilder.CreateIndex(
            "ix_coinmoebius_payments_transaction", "coinmoebius_payments", "transaction_id", filter: "transaction_id IS NOT NULL");
        migrationBuilder.CreateIndex("ix_coinmoebius_payments_reference", "coinmoebius_payments", "reference", filter: "reference IS NOT NULL");
        migrationBuilder.CreateIndex("ix_coinmoebius_payments_check", "coinmoebius_payments", "check_at", filter: "check_at IS NOT NULL");

        migrationBuilder.CreateTable(
            "coinmoebius_announcements",
            table => new
            {
                payment_key = table.Column<string>(maxLength: 256),
                provider = table.Column<string>(maxLength: 64),
                account = table.Column<string>(maxLength: 64),
                status = table.Column<string>(maxLength: 64),
                event_id = table.Column<string>(maxLength: 256),
            },
            constraints: table => table.PrimaryKey(
                "pk_coinmoebius_announcements", row => new { row.payment_key, row.provider, row.account, row.status }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("coinmoebius_announcements");
        migrationBuilder.DropTable("coinmoebius_payments");
        migrationBuilder.DropTable("coinmoebius_deliveries");
        migrationBuilder.DropTable("coinmoebius_inbox");
    }
}
