using System.Data.Common;
using System.Net.Sockets;
using Shop;

await using var shop = await ShopApplication.BuildAsync(args);
try
{
    await shop.StartAsync();
}
catch (Exception exception) when (exception is IOException or SocketException)
{
    // The address is taken, not this machine's, or not for this user; the message says which.
    Console.Error.WriteLine();
    Console.Error.WriteLine($"  The shop cannot open: {exception.Message}");
    Console.Error.WriteLine("  Choose another address:  dotnet run --project samples/Shop -- --urls http://127.0.0.1:5081");
    Console.Error.WriteLine();
    return 1;
}
catch (DbException exception)
{
    Console.Error.WriteLine();
    Console.Error.WriteLine($"  The shop cannot use its database, {shop.Storage}: {exception.Message}");
    Console.Error.WriteLine();
    return 1;
}

Console.WriteLine();
Console.WriteLine($"  The shop is open at {shop.Address}");
Console.WriteLine($"  Orders are stored in {shop.Storage}");
Console.WriteLine(shop.Desks.Count == 0 ? "  Payments are real." : "  Payments are simulated; refund and dispute them here:");
foreach (var desk in shop.Desks)
{
    Console.WriteLine($"    {desk.Name,-12} {desk.Url}");
}

Console.WriteLine("  Press Ctrl+C to close it.");
Console.WriteLine();
await shop.WaitForShutdownAsync();
return 0;
