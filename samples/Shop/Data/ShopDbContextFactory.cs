using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Shop.Data;

/// <summary>Gives <c>dotnet ef</c> the model without opening the shop. A connection string behind <c>--</c> chooses the engine; SQLite unless it does.</summary>
public sealed class ShopDbContextFactory : IDesignTimeDbContextFactory<ShopDbContext>
{
    public ShopDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ShopDbContext>();
        ShopDatabase.Parse(args.FirstOrDefault() ?? "Data Source=shop.db", Directory.GetCurrentDirectory()).Configure(options);
        return new(options.Options);
    }
}
