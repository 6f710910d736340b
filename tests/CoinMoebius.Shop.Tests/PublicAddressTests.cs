using System.Net;
using CoinMoebius.Shop.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Shop;

namespace CoinMoebius.Shop.Tests;

/// <summary>Where a checkout sends browsers and webhooks is the shop's own matter; a request's <c>Host</c> is whatever its sender writes.</summary>
public sealed class PublicAddressTests
{
    private readonly ShopFile _file = ShopFile.Create();

    [TearDown]
    public void Clean() => _file.Dispose();

    [TestCase("mobbex")]
    [TestCase("stripe")]
    [TestCase("coinflow")]
    [TestCase("inqud")]
    [CancelAfter(60_000)]
    public async Task A_checkout_with_a_foreign_Host_hands_nothing_to_that_host(string provider, CancellationToken cancellationToken)
    {
        var stolen = new List<string>();
        await using var thief = await ListenAsync(stolen);
        await using var shop = await OpenAsync("--AllowedHosts", "*");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = shop.Address };

        using var started = await CheckoutAsync(browser, provider, new Uri(thief.Urls.First()).Authority, cancellationToken);
        var page = started.Headers.Location!;
        using var paid = await browser.PostAsync(new UriBuilder(page) { Path = page.AbsolutePath + "/pay" }.Uri, null, cancellationToken);

        paid.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        paid.Headers.Location!.Authority.Should().Be(shop.Address.Authority, "the browser comes back to the shop");
        using var orders = await browser.GetStreamReaderAsync("/api/orders/events");
        string status;
        do
        {
            var told = await orders.ReadLineStartingWithAsync("data: ");
            status = told.Contains("\"succeeded\"", StringComparison.Ordinal) ? "succeeded" : "";
        }
        while (status != "succeeded");

        stolen.Should().BeEmpty();
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_request_for_a_host_that_is_not_the_shops_is_refused(CancellationToken cancellationToken)
    {
        await using var shop = await OpenAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = shop.Address };

        using var foreign = await CheckoutAsync(browser, "mobbex", "evil.example", cancellationToken);
        using var own = await CheckoutAsync(browser, "mobbex", shop.Address.Authority, cancellationToken);

        (foreign.StatusCode, own.StatusCode).Should().Be((HttpStatusCode.BadRequest, HttpStatusCode.Found));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task The_address_comes_from_the_configuration(CancellationToken cancellationToken)
    {
        await using var shop = await OpenAsync("--PublicUrl", "https://your.shop");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = shop.Address };

        // A coin has no page: the browser goes to the order at once.
        using var started = await CheckoutAsync(browser, "monero", shop.Address.Authority, cancellationToken);

        started.Headers.Location!.AbsoluteUri.Should().StartWith("https://your.shop/order.html?id=order-");
    }

    [TestCase("http://your.shop")]
    [TestCase("your.shop")]
    public async Task An_address_that_is_not_safe_ends_the_start(string url)
    {
        var start = async () =>
        {
            await using var shop = await OpenAsync("--PublicUrl", url);
        };

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*PublicUrl*https*");
    }

    private async Task<ShopApplication> OpenAsync(params string[] settings)
    {
        var shop = await ShopApplication.BuildAsync(
        [
            "--contentRoot", ShopFolder.Path, "--urls", "http://127.0.0.1:0", "--ConnectionStrings:Shop", _file.ConnectionString,
            "--Logging:LogLevel:Default", "Error", .. settings,
        ]);
        await shop.StartAsync();
        return shop;
    }

    private static async Task<HttpResponseMessage> CheckoutAsync(HttpClient browser, string provider, string host, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/checkout")
        {
            Content = new FormUrlEncodedContent([new("productId", "t-shirt"), new("provider", provider)]),
        };
        request.Headers.Host = host;
        return await browser.SendAsync(request, cancellationToken);
    }

    private static async Task<WebApplication> ListenAsync(List<string> calls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            lock (calls)
            {
                calls.Add(context.Request.Path + context.Request.QueryString);
            }

            return Task.CompletedTask;
        });
        await app.StartAsync();
        return app;
    }
}
