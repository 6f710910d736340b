using CoinMoebius.Shop.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests;

/// <summary>What comes after the sale, done at the simulator's desk: the orders page finds the order by itself.</summary>
public sealed class AfterSaleTests : ShopTest
{
    private static IEnumerable<string> Disputing => Usual(["Stripe", "PayPal", "Square", "Coinflow", "Dodo Payments"]);
    private static IEnumerable<string> RefundingOnly => Usual(["Authorize.Net", "NOWPayments", "Mobbex", "Coinbase Business", "Cryptomus"]);
    private static IEnumerable<string> NotRefunding => Usual(["Inqud", "MakePay", "Monero"]);
    private static IEnumerable<string> Refunding => Disputing.Concat(RefundingOnly);
    private static IEnumerable<string> RefundingParts => Refunding.Except(["NOWPayments", "Cryptomus"]);
    private static IEnumerable<string> FailingRefunds => Usual(["Stripe", "PayPal", "Square", "Coinflow", "Dodo Payments", "Coinbase Business"]);

    [Test]
    public async Task A_refund_shows([ValueSource(nameof(Refunding))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);

        await PressAsync(await OpenDeskAsync(rail), "Refund");

        await Expect(Status(orders)).ToHaveTextAsync("refunded");
        await Expect(LastEntry(orders)).ToContainTextAsync($"refund {Price(rail)}");
        await Expect(AfterSale(orders)).ToHaveTextAsync($"{Price(rail)} refunded");
    }

    [Test]
    public async Task A_refund_of_a_part_and_one_of_the_rest_show([ValueSource(nameof(RefundingParts))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);

        var desk = await OpenDeskAsync(rail);
        await RefundAsync(desk, "5.00");
        await Expect(Status(orders)).ToHaveTextAsync("partially refunded");
        await Expect(AfterSale(orders)).ToHaveTextAsync($"5.00 of {Price(rail)} refunded");
        await Expect(LastEntry(orders)).ToContainTextAsync($"refund 5.00 {Price(rail)[^3..]}");
        await ExpectOrderAsync("Part of your payment was refunded.", "refund", "Part of your money went back", $"5.00 of {Price(rail)} refunded");

        await PressAsync(desk, "Refund");
        await Expect(Status(orders)).ToHaveTextAsync("refunded");
        await Expect(AfterSale(orders)).ToHaveTextAsync($"{Price(rail)} refunded");
        await Expect(LastEntry(orders)).ToContainTextAsync(rail == "Mobbex" ? "refund 26,985.00 ARS" : "refund 14.99 USD");
        await ExpectOrderAsync("Your payment was refunded.", "refund", "Your money went back", $"{Price(rail)} refunded");
    }

    [Test]
    public async Task A_refund_that_fails_leads_back([ValueSource(nameof(FailingRefunds))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);
        var desk = await OpenDeskAsync(rail);
        await PressAsync(desk, "Refund");
        await Expect(Status(orders)).ToHaveTextAsync("refunded");

        await PressAsync(desk, "Fail the last refund");

        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
        await Expect(AfterSale(orders)).ToHaveCountAsync(0);
        await Expect(LastEntry(orders)).ToContainTextAsync("refund failed");
        await Page.ReloadAsync();
        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await Expect(Page.Locator("#refund")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_dispute_shows_and_leads_back_when_it_is_won([ValueSource(nameof(Disputing))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);
        var desk = await OpenDeskAsync(rail);

        await PressAsync(desk, "Dispute");
        await Expect(Status(orders)).ToHaveTextAsync("disputed");
        await Expect(AfterSale(orders)).ToHaveTextAsync("dispute open");
        await Expect(LastEntry(orders)).ToContainTextAsync("dispute opened");
        await ExpectOrderAsync("Your payment is disputed.", "dispute", "You disputed this payment", "Your bank has not decided yet");

        await PressAsync(desk, "Win the dispute");
        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
        await Expect(AfterSale(orders)).ToHaveTextAsync("dispute won");
        await Expect(LastEntry(orders)).ToContainTextAsync("dispute won");
        await ExpectOrderAsync("Paid. Thank you!", "dispute", "The dispute was decided for the shop", "No money went back for it");
    }

    [Test]
    public async Task A_dispute_that_is_lost_stays([ValueSource(nameof(Disputing))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync(rail);
        var desk = await OpenDeskAsync(rail);

        await PressAsync(desk, "Dispute");
        await PressAsync(desk, "Lose the dispute");

        await Expect(AfterSale(orders)).ToHaveTextAsync("dispute lost");
        await Expect(Status(orders)).ToHaveTextAsync("disputed");
        await Expect(LastEntry(orders)).ToContainTextAsync("dispute lost");
        await ExpectOrderAsync("Your dispute was decided for you.", "dispute", "The dispute was decided for you", "The money goes back to you");
    }

    [Test]
    public async Task What_was_refunded_before_a_dispute_stays_in_sight()
    {
        var orders = await OpenOrdersAsync();
        await BuyAsync("Stripe");
        var desk = await OpenDeskAsync();
        await RefundAsync(desk, "5.00");
        await Expect(Status(orders)).ToHaveTextAsync("partially refunded");

        await PressAsync(desk, "Dispute");
        await Expect(Status(orders)).ToHaveTextAsync("disputed");
        await Expect(AfterSale(orders)).ToHaveTextAsync(["5.00 of 19.99 USD refunded", "dispute open"]);

        await PressAsync(desk, "Win the dispute");
        await Expect(Status(orders)).ToHaveTextAsync("partially refunded");
        await Expect(AfterSale(orders)).ToHaveTextAsync(["5.00 of 19.99 USD refunded", "dispute won"]);
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

    private static async Task RefundAsync(IPage desk, string amount)
    {
        await desk.GetByLabel("Refund").FillAsync(amount);
        await PressAsync(desk, "Refund");
    }

    /// <summary>What the buyer reads who looks at the order again.</summary>
    private async Task ExpectOrderAsync(string heading, string step, string text, string note)
    {
        await Page.ReloadAsync();
        await Expect(Heading(Page)).ToHaveTextAsync(heading);
        await Expect(Page.Locator("#settled")).ToHaveClassAsync("done");
        await Expect(Page.Locator($"#{step} span span")).ToHaveTextAsync(text);
        await Expect(Page.Locator($"#{step} small")).ToHaveTextAsync(note);
    }
}
