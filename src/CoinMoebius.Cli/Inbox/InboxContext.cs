using CoinMoebius.Sdk;
using CoinMoebius.Sdk.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CoinMoebius.Cli.Inbox;

/// <summary>The tables of an inbox, without the rest of an application's.</summary>
internal sealed class InboxContext(DbContextOptions<InboxContext> options, Action<CoinMoebiusModelOptions> names) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddCoinMoebius(names);
}
