using System.Diagnostics;
using CoinMoebius.Shop.Tests.Support;
using CoinMoebius.Tests.Shared;
using Microsoft.Data.Sqlite;
using Shop;

namespace CoinMoebius.Shop.Tests;

public sealed class StartAndStopTests
{
    private static readonly string[] Outliving = Exhaustive.IsOn ? ["stripe", "monero", "inqud", "mobbex"] : ["monero"];

    private readonly ShopFile _file = ShopFile.Create();

    private string[] Anywhere =>
    [
        "--contentRoot", ShopFolder.Path, "--urls", "http://127.0.0.1:0", "--ConnectionStrings:Shop", _file.ConnectionString,
        "--Logging:LogLevel:Default", "Error",
    ];

    [TearDown]
    public void Clean() => _file.Dispose();

    [Test]
    [CancelAfter(60_000)]
    public async Task A_taken_address_is_told_in_a_sentence(CancellationToken cancellationToken)
    {
        await using var first = await ShopApplication.BuildAsync(Anywhere);
        await first.StartAsync();
        using var file = ShopFile.Create();

        var error = await FailAsync(
            ["--urls", first.Address.AbsoluteUri, "--ConnectionStrings:Shop", file.ConnectionString], cancellationToken);

        error.Should().Contain($"127.0.0.1:{first.Address.Port}").And.Contain("--urls");
    }

    [TestCase("Data Source=/no/such/folder/shop.db", "/no/such/folder/shop.db")]
    [TestCase("Host=127.0.0.1;Port=1;Database=shop;Username=shop;Password=hunter2", "PostgreSQL at 127.0.0.1, database shop")]
    [CancelAfter(60_000)]
    public async Task A_database_that_is_not_there_is_told_in_a_sentence(string connectionString, string told, CancellationToken cancellationToken)
    {
        var error = await FailAsync(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Shop", connectionString], cancellationToken);

        error.Should().Contain($"cannot use its database, {told}").And.NotContain("hunter2");
    }

    [TestCase("/api/orders/events")]
    [TestCase("/api/orders/{id}/events")]
    public async Task An_open_page_does_not_hold_up_the_end(string path)
    {
        await using var shop = await ShopApplication.BuildAsync(Anywhere);
        await shop.StartAsync();
        using var http = new HttpClient { BaseAddress = shop.Address };
        var id = await BuyAsync(http, "stripe");
        using var open = await http.GetStreamReaderAsync(path.Replace("{id}", id, StringComparison.Ordinal));
        await open.ReadLineStartingWithAsync("data: ");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await shop.StopAsync(patience.Token);

        patience.IsCancellationRequested.Should().BeFalse();
    }

    [Test]
    public async Task Orders_outlive_the_process_and_their_pages_the_simulated_payments([ValueSource(nameof(Outliving))] string rail)
    {
        string id;
        await using (var first = await ShopApplication.BuildAsync(Anywhere))
        {
            await first.StartAsync();
            using var before = new HttpClient { BaseAddress = first.Address };
            id = await BuyAsync(before, rail);
            using var shown = await before.GetStreamReaderAsync($"/api/orders/{id}/events");
            (await shown.ReadLineStartingWithAsync("data: ")).Should().Contain("\"status\":\"new\"");
        }

        await using var second = await ShopApplication.BuildAsync(Anywhere);
        await second.StartAsync();
        using var http = new HttpClient { BaseAddress = second.Address };
        using var open = await http.GetStreamReaderAsync($"/api/orders/{id}/events");

        (await open.ReadLineStartingWithAsync("data: ")).Should().Contain(id).And.NotContain("/pay/");
        (await http.GetStringAsync("/health")).Should().Be("Healthy");
    }

    [Test]
    public async Task A_lock_of_a_start_that_was_killed_does_not_hold_up_the_next_one()
    {
        await using (var first = await ShopApplication.BuildAsync(Anywhere))
        {
            await first.StartAsync();
        }

        await using (var connection = new SqliteConnection(_file.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsLock VALUES (1, '2026-05-14 12:00:00')";
            await command.ExecuteNonQueryAsync();
        }

        await using var second = await ShopApplication.BuildAsync(Anywhere);
        await second.StartAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<string> FailAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ShopApplication).Assembly.Location, "--contentRoot", ShopFolder.Path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var shop = Process.Start(start)!;
        var output = shop.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await shop.StandardError.ReadToEndAsync(cancellationToken);
        await shop.WaitForExitAsync(cancellationToken);

        shop.ExitCode.Should().Be(1);
        error.Should().NotContain("   at ");
        (await output).Should().NotContain("   at ");
        return error;
    }

    /// <summary>Buys a mug and says the order's id.</summary>
    private static async Task<string> BuyAsync(HttpClient http, string rail)
    {
        using var bought = await http.PostAsync(
            "/checkout", new FormUrlEncodedContent(new Dictionary<string, string> { ["productId"] = "mug", ["provider"] = rail }));
        using var all = await http.GetStreamReaderAsync("/api/orders/events");
        return (await all.ReadLineStartingWithAsync("data: ")).Split('"')[3];
    }
}
