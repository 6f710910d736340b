using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Shop.Data;

/// <summary>
/// Gives <c>dotnet ef</c> the model without opening the shop. A connection string behind <c>--</c> chooses the database; without one the
/// engine is PostgreSQL, whose snapshot says of both engines which ids they make themselves.
/// </summary>
public sealed class ShopDbContextFactory : IDesignTimeDbContextFactory<ShopDbContext>
{
    public ShopDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ShopDbContext>();
        ShopDatabase.Parse(args.FirstOrDefault() ?? "Host=localhost;Database=shop", Directory.GetCurrentDirectory()).Configure(options);
        return new(options.Options);
    }
}
