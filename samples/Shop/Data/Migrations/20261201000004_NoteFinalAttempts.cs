using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Data.Migrations;

/// <summary>
/// Notes when the final attempt at an event began. Before, a number of attempts from 1000000 on said so: such an event gets one more attempt.
/// </summary>
[DbContext(typeof(ShopDbContext))]
[Migration("20261201000004_NoteFinalAttempts")]
public sealed class NoteFinalAttempts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("final_attempt_at", "coinmoebius_inbox", nullable: true);

    // A statement that both engines have: on SQLite, Entity Framework would write the table anew, and knows only the model of today.
    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE coinmoebius_inbox DROP COLUMN final_attempt_at");
}
