using CoinMoebius.Sdk;
using CoinMoebius.Sdk.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Cli.Inbox;

/// <summary>A context with the tables of an inbox only.</summary>
internal sealed class InboxContext(DbContextOptions<InboxContext> options, Action<CoinMoebiusModelOptions> names) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddCoinMoebius(names);
}
