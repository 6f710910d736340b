using System.Diagnostics;
using CoinMoebius.Shop.Tests.Support;
using Shop;

namespace CoinMoebius.Shop.Tests;

public sealed class StartAndStopTests
{
    private static readonly string[] Anywhere = ["--contentRoot", ShopFolder.Path, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Error"];

    [Test]
    [CancelAfter(60_000)]
    public async Task A_taken_address_is_told_in_a_sentence(CancellationToken cancellationToken)
    {
        await using var first = await ShopApplication.BuildAsync(Anywhere);
        await first.StartAsync();
        var start = new ProcessStartInfo("dotnet", [typeof(ShopApplication).Assembly.Location, "--contentRoot", ShopFolder.Path, "--urls", first.Address.AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var second = Process.Start(start)!;
        var output = second.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await second.StandardError.ReadToEndAsync(cancellationToken);
        await second.WaitForExitAsync(cancellationToken);

        second.ExitCode.Should().Be(1);
        error.Should().Contain($"127.0.0.1:{first.Address.Port}").And.Contain("--urls").And.NotContain("   at ");
        (await output).Should().NotContain("   at ");
    }

    [TestCase("/api/orders/events")]
    [TestCase("/api/orders/{id}/events")]
    public async Task An_open_page_does_not_hold_up_the_end(string path)
    {
        await using var shop = await ShopApplication.BuildAsync(Anywhere);
        await shop.StartAsync();
        using var http = new HttpClient { BaseAddress = shop.Address };
        using var bought = await http.PostAsync(
            "/checkout", new FormUrlEncodedContent(new Dictionary<string, string> { ["productId"] = "mug", ["provider"] = "stripe" }));
        using var all = await http.GetStreamReaderAsync("/api/orders/events");
        var id = (await all.ReadLineStartingWithAsync("data: ")).Split('"')[3];
        using var open = await http.GetStreamReaderAsync(path.Replace("{id}", id, StringComparison.Ordinal));
        await open.ReadLineStartingWithAsync("data: ");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await shop.StopAsync(patience.Token);

        patience.IsCancellationRequested.Should().BeFalse();
    }
}
