using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Shop.Data;

namespace CoinMoebius.Shop.Tests;

/// <summary>What <c>dotnet ef migrations add</c> writes for the shop.</summary>
public sealed class ScaffoldTests
{
    [TestCase("Data Source=never-opened.db", "Microsoft.EntityFrameworkCore.Sqlite")]
    [TestCase("Host=never.example;Database=shop", "Npgsql.EntityFrameworkCore.PostgreSQL")]
    public void A_migration_of_an_unchanged_model_is_empty(string connectionString, string engine)
    {
        using var context = new ShopDbContextFactory().CreateDbContext([connectionString]);
        context.Database.ProviderName.Should().Be(engine);
        var services = new ServiceCollection();
        new ShopDesign().ConfigureDesignTimeServices(services);
        services.AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        var provider = Assembly.Load(engine);
        var providerServices = provider.GetType(provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName, throwOnError: true)!;
        ((IDesignTimeServices)Activator.CreateInstance(providerServices)!).ConfigureDesignTimeServices(services);
        using var designed = services.BuildServiceProvider();
        using var scope = designed.CreateScope();

        var migration = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration("Next", "Shop");

        migration.PreviousMigrationId.Should().Be(context.Database.GetMigrations().Last());
        migration.MigrationCode.Should().MatchRegex(@"void Up\(MigrationBuilder migrationBuilder\)\s*\{\s*\}")
            .And.MatchRegex(@"void Down\(MigrationBuilder migrationBuilder\)\s*\{\s*\}");
        migration.SnapshotCode.Should().Contain("\"coinmoebius_inbox\"").And.NotContain("HasColumnType");
    }
}
