using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Data.Migrations;

/// <summary>
/// Has orders follow the ledger: which payment, what of it came and went back, how a dispute stands, and whether the goods are on their way.
/// Orders of before go on: they follow the payment that paid them.
/// </summary>
[DbContext(typeof(ShopDbContext))]
[Migration("20261201000003_FollowPayments")]
public sealed class FollowPayments : Migration
{
    private const string Orders = "orders";
    private const string Events = "order_events";
    private const string ByPayment = "ix_order_events_payment";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("payment_id", Orders, nullable: true);
        migrationBuilder.AddColumn<decimal>("amount_paid", Orders, nullable: true);
        migrationBuilder.AddColumn<decimal>("amount_refunded", Orders, nullable: true);
        migrationBuilder.AddColumn<decimal>("refunded_apart", Orders, nullable: true);
        migrationBuilder.AddColumn<string>("paid_currency", Orders, nullable: true);
        migrationBuilder.AddColumn<string>("dispute", Orders, nullable: true);
        migrationBuilder.AddColumn<long>("shipped_at", Orders, nullable: true);
        migrationBuilder.AddColumn<string>("refund", Events, nullable: true);
        migrationBuilder.AddColumn<string>("dispute", Events, nullable: true);

        // Of several payments the one that is worth the price. SQLite keeps amounts as texts.
        migrationBuilder.Sql("""
            UPDATE orders SET dispute = CASE WHEN status = 'disputed' THEN 'open' END, payment_id = (
                SELECT e.payment_id FROM order_events AS e JOIN orders AS o ON o.id = e.order_id WHERE o.id = orders.id
                ORDER BY CASE WHEN e.status = 'succeeded' AND CAST(e.amount AS NUMERIC) >= CAST(o.price AS NUMERIC) THEN 0
                    WHEN e.status = 'succeeded' THEN 1 WHEN e.status = o.status THEN 2 ELSE 3 END, e.id LIMIT 1);
            UPDATE orders SET
                shipped_at = CASE WHEN status IN ('succeeded', 'refunded', 'disputed') THEN (
                    SELECT MIN(e.at) FROM order_events AS e WHERE e.order_id = orders.id AND e.payment_id = orders.payment_id AND e.status = 'succeeded') END,
                amount_paid = (
                    SELECT e.amount FROM order_events AS e WHERE e.order_id = orders.id AND e.payment_id = orders.payment_id
                        AND e.status IN ('succeeded', 'partial') ORDER BY e.status DESC, e.id DESC LIMIT 1),
                amount_refunded = (
                    SELECT e.amount FROM order_events AS e WHERE e.order_id = orders.id AND e.status = 'refunded' ORDER BY e.id DESC LIMIT 1),
                paid_currency = (
                    SELECT e.currency FROM order_events AS e WHERE e.order_id = orders.id AND e.payment_id = orders.payment_id ORDER BY e.id LIMIT 1);
            UPDATE orders SET refunded_apart = amount_refunded WHERE provider = 'authorizenet'
            """);
        migrationBuilder.DropIndex(ByPayment, Events);
        Drop(migrationBuilder, Orders, "rank", "status_at");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("rank", Orders, defaultValue: 0);
        migrationBuilder.AddColumn<long>("status_at", Orders, nullable: true);
        migrationBuilder.Sql("""
            UPDATE orders SET rank = CASE WHEN status = 'new' THEN -1 WHEN status IN ('failed', 'manual_canceled', 'manual_expired') THEN 1
                WHEN status = 'partial' THEN 2 WHEN status IN ('succeeded', 'review') THEN 3 WHEN status = 'partially_refunded' THEN 4
                WHEN status IN ('refunded', 'reversed', 'manual_revoked') THEN 5 WHEN status = 'disputed' THEN 6 ELSE 0 END
            """);
        migrationBuilder.CreateIndex(ByPayment, Events, ["provider", "payment_id"]);
        Drop(migrationBuilder, Orders, "payment_id", "amount_paid", "amount_refunded", "refunded_apart", "paid_currency", "dispute", "shipped_at");
        Drop(migrationBuilder, Events, "refund", "dispute");
    }

    // A statement that both engines have: on SQLite, Entity Framework would write the table anew, and knows only the model of today.
    private static void Drop(MigrationBuilder migrationBuilder, string table, params string[] columns)
    {
        foreach (var column in columns)
        {
            migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN {column}");
        }
    }
}
