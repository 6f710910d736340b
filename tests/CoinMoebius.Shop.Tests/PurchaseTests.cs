using CoinMoebius.Shop.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests;

public sealed class PurchaseTests : ShopTest
{
    /// <summary>All that are paid by the buyer alone; letters have tests of their own.</summary>
    private static readonly string[] All =
    [
        "Stripe", "PayPal", "Square", "Authorize.Net", "Dodo Payments", "NOWPayments", "Coinbase Business", "Cryptomus", "MakePay", "Monero",
        "Inqud", "Coinflow", "Mobbex",
    ];

    private static IEnumerable<string> Rails => Usual(All);

    /// <summary>Those that report money on its way; Coinbase Business has no event for it.</summary>
    private static IEnumerable<string> Pending => Usual(All.Except(["Coinbase Business"]));

    /// <summary>Those that report an attempt which another may follow. Of coins at Inqud there are none; Mobbex is simulated without.</summary>
    private static IEnumerable<string> Attempting => Usual(All.Except(["Inqud", "Mobbex"]));

    /// <summary>Those that report when too little comes.</summary>
    private static IEnumerable<string> Coins => Usual(["NOWPayments", "Cryptomus", "MakePay", "Monero"]);

    [Test]
    public async Task A_purchase_turns_paid_on_the_return_page_and_on_the_open_orders_page(
        [ValueSource(nameof(Rails))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await ChooseAsync(rail);
        await Expect(Status(orders)).ToHaveTextAsync("new");

        await PressAsync(Page, PayButton(rail));

        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await Expect(Page).ToHaveTitleAsync("Paid. Thank you! — Loop & Thread");
        await Expect(Page.Locator(".steps .done")).ToHaveCountAsync(3);
        await Expect(Page.GetByRole(Microsoft.Playwright.AriaRole.Progressbar)).ToBeHiddenAsync();
        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
        await Expect(LastEntry(orders)).ToContainTextAsync($"succeeded · {Price(rail)}");
    }

    [Test]
    public async Task A_declined_payment_shows_as_failed([ValueSource(nameof(Rails))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await ChooseAsync(rail);

        await PressAsync(Page, "Decline");

        await Expect(Heading(Page)).ToHaveTextAsync("The payment did not go through.");
        await Expect(Page.Locator("#settled")).ToHaveClassAsync("bad");
        await Expect(Status(orders)).ToHaveTextAsync("failed");
    }

    [Test]
    public async Task A_second_attempt_pays_after_one_that_failed([ValueSource(nameof(Attempting))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await ChooseAsync(rail);
        await PressAsync(await OpenDeskAsync(rail), "Fail an attempt");
        await Expect(Status(orders)).ToHaveTextAsync("failed");

        await PressAsync(Page, PayButton(rail));

        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
        await Expect(LastEntry(orders)).ToContainTextAsync($"succeeded · {Price(rail)}");
    }

    [Test]
    public async Task Who_waits_after_an_attempt_that_failed_sees_the_one_that_pays()
    {
        await BeginAsync("Monero");
        var desk = await OpenDeskAsync("Monero");
        await PressAsync(desk, "Fail an attempt");
        await Expect(Heading(Page)).ToHaveTextAsync("The payment did not go through.");

        await PressAsync(desk, "Settle");

        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await Expect(Page.Locator("#settled")).ToHaveClassAsync("done");
    }

    [Test]
    public async Task Money_that_comes_later_is_pending_first_and_then_paid([ValueSource(nameof(Pending))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await ChooseAsync(rail);

        await PressAsync(Page, "Pay later");
        await Expect(Heading(Page)).ToHaveTextAsync("Your payment is on its way.");
        await Expect(Status(orders)).ToHaveTextAsync("pending");
        await PressAsync(await OpenDeskAsync(rail), "Settle");

        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
    }

    [Test]
    public async Task Too_little_money_is_partial_and_never_paid([ValueSource(nameof(Coins))] string rail)
    {
        var orders = await OpenOrdersAsync();
        await ChooseAsync(rail);

        await Page.GetByLabel("Pay too little").FillAsync("5.00");
        await PressAsync(Page, "Pay part");

        await Expect(Heading(Page)).ToHaveTextAsync("Part of your payment arrived.");
        await Expect(Status(orders)).ToHaveTextAsync("partial");
        await Expect(LastEntry(orders)).ToContainTextAsync(rail == "Cryptomus" ? "partial · 5" : "partial · 5.00 USD");
        await Expect(Page.Locator("#settled")).Not.ToHaveClassAsync("done");
    }

    [Test]
    public async Task The_keyboard_alone_buys()
    {
        await Page.GotoAsync(Shop.AbsoluteUri);
        var rail = Page.GetByLabel("Pay for the Mug with");
        await Expect(rail).ToBeVisibleAsync();
        for (var presses = 0; presses < 20 && !await rail.EvaluateAsync<bool>("field => field === document.activeElement"); presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
        }

        await Page.Keyboard.TypeAsync("Pay");
        await Expect(rail).ToHaveValueAsync("paypal");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Heading(Page)).ToHaveTextAsync("Mug");
        await Expect(Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Pay 14.00 USD" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
    }
}
