using CoinMoebius.Sdk;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Benchmarks.Inbox;

/// <summary>A merchant's context: the inbox, and what a handler changes.</summary>
internal sealed class MerchantContext(DbContextOptions<MerchantContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddCoinMoebius().Entity<Balance>().ToTable("balances");
}

/// <summary>What a handler changes, by one statement.</summary>
internal sealed class Balance
{
    public required string Id { get; init; }

    public long Count { get; init; }
}
