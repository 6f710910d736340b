using CoinMoebius.Shop.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests;

/// <summary>What comes after the sale, done at the simulator's desk: the orders page finds the order by itself.</summary>
public sealed class AfterSaleTests : ShopTest
{
    private static readonly string[] Disputing = ["Stripe", "PayPal", "Square", "Coinflow", "Dodo Payments"];
    private static readonly string[] RefundingOnly = ["Authorize.Net", "NOWPayments", "Mobbex", "Coinbase Business", "Cryptomus"];
    private static readonly string[] NotRefunding = ["Inqud", "MakePay", "Monero"];

    private static IEnumerable<string> Refunding => Disputing.Concat(RefundingOnly);

    private static IEnumerable<string> RefundingParts => Refunding.Except(["NOWPayments", "Cryptomus", "Mobbex"]);

    [Test]
    public async Task A_refund_shows([ValueSource(nameof(Refunding))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);

        await PressAsync(await OpenDeskAsync(rail), "Refund");

        await Expect(Status(orders)).ToHaveTextAsync("refunded");
        await Expect(LastEntry(orders)).ToContainTextAsync($"refunded · {Price(rail)}");
    }

    [Test]
    public async Task A_refund_of_a_part_shows_with_what_went_back([ValueSource(nameof(RefundingParts))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);

        var desk = await OpenDeskAsync(rail);
        await desk.GetByLabel("Refund").FillAsync("4.50");
        await PressAsync(desk, "Refund");

        await Expect(Status(orders)).ToHaveTextAsync("refunded");
        await Expect(LastEntry(orders)).ToContainTextAsync("refunded · $4.50");
    }

    [Test]
    public async Task A_dispute_shows([ValueSource(nameof(Disputing))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);

        await PressAsync(await OpenDeskAsync(rail), "Dispute");

        await Expect(Status(orders)).ToHaveTextAsync("disputed");
    }

    [Test]
    public async Task The_desk_offers_no_dispute_that_a_shop_would_not_hear_of([ValueSource(nameof(RefundingOnly))] string rail)
    {
        await BuyAsync(rail);

        var desk = await OpenDeskAsync(rail);

        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Refund" })).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Dispute" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task The_desk_of_a_rail_without_refunds_offers_none([ValueSource(nameof(NotRefunding))] string rail)
    {
        await BuyAsync(rail);

        var desk = await OpenDeskAsync(rail);

        await Expect(desk.Locator(".deliveries li").First).ToContainTextAsync("200");
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Refund" })).ToHaveCountAsync(0);
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Dispute" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_webhook_that_comes_again_changes_nothing()
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync("Stripe");
        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
        var entries = await orders.Locator("tbody .history li").CountAsync();

        var desk = await OpenDeskAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Send again" }).Last.ClickAsync();
        await Expect(desk.Locator(".deliveries li").Last).ToContainTextAsync("200 200");

        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
        await Expect(orders.Locator("tbody .history li")).ToHaveCountAsync(entries);
    }
}
