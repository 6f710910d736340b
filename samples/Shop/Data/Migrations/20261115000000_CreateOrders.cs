using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Shop.Data.Migrations;

/// <summary>The shop's own tables. No column names a type, so that each engine takes its own; the test of the schema compares them.</summary>
[DbContext(typeof(ShopDbContext))]
[Migration("20261115000000_CreateOrders")]
public sealed class CreateOrders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "orders",
            table => new
            {
                id = table.Column<string>(),
                product_id = table.Column<string>(),
                price = table.Column<decimal>(),
                currency = table.Column<string>(),
                provider = table.Column<string>(),
                transaction_id = table.Column<string>(nullable: true),
                status = table.Column<string>(),
                rank = table.Column<int>(),
                status_at = table.Column<long>(nullable: true),
                instructions = table.Column<string>(nullable: true),
                created_at = table.Column<long>(),
                updated_at = table.Column<long>(),
                version = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_orders", row => row.id));
        migrationBuilder.CreateIndex("ix_orders_transaction", "orders", "transaction_id");
        migrationBuilder.CreateIndex("ix_orders_updated", "orders", "updated_at");

        migrationBuilder.CreateTable(
            "order_events",
            table => new
            {
                id = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                order_id = table.Column<string>(nullable: true),
                provider = table.Column<string>(),
                payment_id = table.Column<string>(),
                event_id = table.Column<string>(),
                event_type = table.Column<string>(),
                status = table.Column<string>(),
                amount = table.Column<decimal>(nullable: true),
                currency = table.Column<string>(nullable: true),
                is_first_of_status = table.Column<bool>(),
                at = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_order_events", row => row.id);
                table.ForeignKey("FK_order_events_orders_order_id", row => row.order_id, "orders", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_order_events_order", "order_events", "order_id");
        migrationBuilder.CreateIndex("ix_order_events_payment", "order_events", ["provider", "payment_id"]);

        migrationBuilder.CreateTable(
            "letters",
            table => new
            {
                order_id = table.Column<string>(),
                code = table.Column<string>(),
                payment = table.Column<string>(),
                status = table.Column<string>(),
                expires_at = table.Column<long>(),
                version = table.Column<int>(),
                is_told = table.Column<bool>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_letters", row => row.order_id);
                table.ForeignKey("FK_letters_orders_order_id", row => row.order_id, "orders", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ux_letters_code", "letters", "code", unique: true);
        migrationBuilder.CreateIndex("ix_letters_expiry", "letters", ["status", "expires_at"]);
        migrationBuilder.CreateIndex("ix_letters_told", "letters", "is_told");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("letters");
        migrationBuilder.DropTable("order_events");
        migrationBuilder.DropTable("orders");
    }
}
