using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CoinMoebius.Tests.Shared;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;
using Shop;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests.Support;

/// <summary>A buyer's browser in front of a shop of its own, on a free port. Nothing may appear among the browser's errors.</summary>
public abstract class ShopTest
{
    // Coinflow's link has no field for a title; its page shows the order.
    private static readonly Regex CoinflowTitle = new("^order-[0-9a-f]{10}$");

    /// <summary>Rails whose address and amount the shop shows itself.</summary>
    private static readonly string[] Shown = ["Cryptomus", "Monero"];

    /// <summary>A rail for each kind of page: a payment page that is opened or posted to, an address to send coins to, and a gateway with prices of its own.</summary>
    private static readonly string[] UsualRails = ["Stripe", "Monero", "Mobbex"];

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly List<IPage> _opened = [];
    private BrowserTabs _tabs = null!;
    private ShopFile? _file;
    private ShopApplication? _shop;

    /// <summary>The buyer's first tab.</summary>
    protected IPage Page { get; private set; } = null!;

    protected Uri Shop => _shop!.Address;

    protected Uri Desk => DeskOf("Coin Moebius");

    protected virtual Device Device { get; } = new();

    /// <summary>A part of what the browser may complain about; null for nothing.</summary>
    protected string? ExpectedComplaint { get; set; }

    [SetUp]
    public async Task OpenAsync()
    {
        _tabs = Chromium.Require();
        _file = await ShopFile.CreateMigratedAsync();

        // Money that comes later comes when the test presses "Settle", never by the clock.
        _shop = await ShopApplication.BuildAsync(
            "--contentRoot", ShopFolder.Path, "--urls", "http://127.0.0.1:0", "--ConnectionStrings:Shop", _file.ConnectionString,
            "--PayLaterDelay", "-00:00:00.0010000", "--Logging:LogLevel:Default", "Warning");
        await _shop.StartAsync();
        Page = await OpenTabAsync();
        await _tabs.ForgetAsync(Page, Shop);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        foreach (var page in _opened)
        {
            page.Console -= HearConsole;
            page.PageError -= HearError;
            await _tabs.LeaveAsync(page);
        }

        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }

        _file?.Dispose();
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Passed)
        {
            _complaints.Where(complaint => ExpectedComplaint is null || !complaint.Contains(ExpectedComplaint, StringComparison.Ordinal))
                .Should().BeEmpty();
        }
    }

    /// <summary>Opens a page in a further tab of the same browser.</summary>
    protected async Task<IPage> OpenTabAsync(Uri address)
    {
        var page = await OpenTabAsync();
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>Of these rails those that are worth a browser on every run; without one, <see cref="LinkTests"/> walks them all.</summary>
    protected static IEnumerable<string> Usual(IEnumerable<string> rails) => Exhaustive.IsOn ? rails : rails.Intersect(UsualRails);

    protected Task<IPage> OpenOrdersAsync() => OpenTabAsync(new(Shop, "/orders.html"));

    /// <summary>Opens the desk of the simulator that a rail runs over.</summary>
    protected Task<IPage> OpenDeskAsync(string? rail = null) =>
        OpenTabAsync(_shop!.Desks.Any(desk => desk.Name == rail) ? DeskOf(rail!) : Desk);

    /// <summary>Goes from the shop to where the buyer pays, or to the order where there is no such page.</summary>
    protected async Task BeginAsync(string rail, string product = "T-shirt")
    {
        await Page.GotoAsync(Shop.AbsoluteUri);
        await Page.GetByLabel($"Pay for the {product} with").SelectOptionAsync(new SelectOptionValue { Label = rail });
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Buy the {product}" }).ClickAsync();
    }

    /// <summary>Goes from the shop to the page where the buyer pays, or to the simulated wallet.</summary>
    protected async Task ChooseAsync(string rail, string product = "T-shirt")
    {
        await BeginAsync(rail, product);
        if (Shown.Contains(rail))
        {
            await Page.GetByRole(AriaRole.Link, new() { Name = "Open the simulated wallet" }).ClickAsync();
        }

        await Expect(Heading(Page)).ToHaveTextAsync(rail == "Coinflow" ? CoinflowTitle : new Regex($"^{product}$"));
    }

    /// <summary>What a T-shirt costs on a rail, as an order's history has it.</summary>
    protected static string Price(string rail) => rail == "Mobbex" ? "26,990.00 ARS" : "19.99 USD";

    /// <summary>Buys a T-shirt and comes back to a page that says so.</summary>
    protected async Task BuyAsync(string rail)
    {
        await ChooseAsync(rail);
        await PressAsync(Page, PayButton(rail));
        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
    }

    private async Task<IPage> OpenTabAsync()
    {
        var page = await _tabs.TakeAsync(Device);
        _opened.Add(page);
        page.Console += HearConsole;
        page.PageError += HearError;
        return page;
    }

    private void HearConsole(object? sender, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            _complaints.Enqueue(message.Text);
        }
    }

    private void HearError(object? sender, string error) => _complaints.Enqueue(error);

    private Uri DeskOf(string name) => _shop!.Desks.Single(desk => desk.Name == name).Url;

    /// <summary>The button on the payment page that pays for a T-shirt.</summary>
    protected static string PayButton(string rail) => $"Pay {Price(rail)}";

    /// <summary>Presses the only button of that name, or the one at an index.</summary>
    protected static Task PressAsync(IPage page, string button, int? index = null)
    {
        var buttons = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        return (index is { } at ? buttons.Nth(at) : buttons).ClickAsync();
    }

    protected static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The status of the only order on the orders page.</summary>
    protected static ILocator Status(IPage orders) => orders.Locator("tbody .badge");

    /// <summary>What came after the sale, below the status of the only order on the orders page.</summary>
    protected static ILocator AfterSale(IPage orders) => orders.Locator("tbody .after");

    /// <summary>The last thing that happened to the only order on the orders page.</summary>
    protected static ILocator LastEntry(IPage orders) => orders.Locator("tbody .history li").Last;
}
