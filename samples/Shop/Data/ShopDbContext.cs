using System.Text.Json;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Providers.Manual;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shop.Data;

/// <summary>The shop's database: its own tables, and beside them those of the webhooks.</summary>
public sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options)
{
    public DbSet<OrderRow> Orders => Set<OrderRow>();

    public DbSet<OrderEvent> OrderEvents => Set<OrderEvent>();

    public DbSet<Letter> Letters => Set<Letter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // The inbox's tables: the handlers' changes and "handled" are committed in one transaction because they are in one database.
        modelBuilder.AddCoinMoebius();

        // One set of migrations serves both engines, which have no name of a collation in common: the migrations say it, not the model.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetCollation(null);
        }

        modelBuilder.Entity<OrderRow>(order =>
        {
            order.HasMany(it => it.Events).WithOne().HasForeignKey(it => it.OrderId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne(it => it.Letter).WithOne().HasForeignKey<Letter>(it => it.OrderId).OnDelete(DeleteBehavior.Restrict);
            order.Property(it => it.Instructions).HasConversion(
                shown => JsonSerializer.Serialize(shown, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<Instructions>(json, JsonSerializerOptions.Default));
        });
        modelBuilder.Entity<Letter>().Property(it => it.Payment).HasConversion(payment => payment.ToJson(), json => ManualPayment.FromJson(json));
    }

    // Numbers, which SQLite and PostgreSQL compare alike.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
