using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;

/// <summary>A merchant's context: the inbox, and a table of its own.</summary>
public sealed class MerchantContext(DbContextOptions<MerchantContext> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddCoinMoebius();
}

/// <summary>What a handler did.</summary>
public sealed class Effect
{
    public int Id { get; set; }

    public required string EventId { get; set; }

    public required string PaymentId { get; set; }

    public required string Status { get; set; }

    public bool IsFirstOfStatus { get; set; }

    public string? OrderReference { get; set; }

    public int Attempt { get; set; }
}
