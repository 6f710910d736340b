using CoinMoebius.Shop.Tests.Support;
using CoinMoebius.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests;

/// <summary>What every page owes its readers, on a desk and on a phone, by day and by night.</summary>
[TestFixture(1280, 800, ColorScheme.Light)]
[TestFixture(1280, 800, ColorScheme.Dark, Category = Exhaustive.Category)]
[TestFixture(360, 740, ColorScheme.Light, Category = Exhaustive.Category)]
[TestFixture(360, 740, ColorScheme.Dark, Category = Exhaustive.Category)]
public sealed class PageTests(int width, int height, ColorScheme scheme) : ShopTest
{
    // Text on its background, as WCAG 2 computes it; below 4.5 it is hard to read. Text on pictures and in inactive controls does not count.
    private const string FaintTexts = """
        () => {
          const parse = text => text.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const ground = element => {
            for (; element; element = element.parentElement) {
              const color = parse(getComputedStyle(element).backgroundColor);
              if (color.length < 4 || color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          return [...document.querySelectorAll('body *')]
            .filter(e => e.checkVisibility() && !e.closest('svg') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .map(e => {
              const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))];
              return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.textContent.trim()];
            })
            .filter(([contrast]) => contrast < 4.5).map(([contrast, text]) => `${contrast.toFixed(2)} ${text}`);
        }
        """;

    private const string Unlabelled = """
        () => [...document.querySelectorAll('input:not([type=hidden]), button, a, select, progress')]
          .filter(e => !(e.labels?.length || e.ariaLabel || e.textContent.trim())).map(e => e.outerHTML)
        """;

    private const string SmallTargets = """
        () => [...document.querySelectorAll('button, .button, input, select')].filter(e => e.checkVisibility() && e.type !== 'hidden')
          .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)
        """;

    private const string SticksOut = """
        () => [...document.querySelectorAll('header, main, main *')].filter(e => e.scrollWidth > e.clientWidth + 1)
          .filter(e => e.checkVisibility() && e.tagName !== 'INPUT' && getComputedStyle(e).display !== 'inline').map(e => e.outerHTML.slice(0, 200))
        """;

    protected override Device Device { get; } = new(width, height, scheme, ReducedMotion.Reduce);

    [Test]
    public async Task The_shop_is_in_order()
    {
        await Page.GotoAsync(Shop.AbsoluteUri);
        await Expect(Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(3);
        await Expect(Page.Locator("select").First.Locator("option")).ToHaveCountAsync(14);

        await InspectAsync(Page, "shop");
    }

    [Test]
    public async Task The_orders_page_is_in_order_without_and_with_orders()
    {
        var orders = await OpenOrdersAsync();
        await Expect(orders.Locator("#empty")).ToBeVisibleAsync();
        await InspectAsync(orders, "orders-empty");

        await FillAsync();
        await Expect(orders.Locator("tbody .badge")).ToHaveTextAsync(["new", "failed", "partial", "disputed", "partially refunded", "refunded", "succeeded"]);
        await InspectAsync(orders, "orders");
    }

    [Test]
    public async Task The_desk_is_in_order_without_and_with_payments()
    {
        await InspectAsync(await OpenDeskAsync(), "desk-empty");

        await FillAsync();
        await InspectAsync(await OpenDeskAsync(), "desk");
    }

    [Test]
    public async Task The_pages_of_a_payment_are_in_order()
    {
        await ChooseAsync("NOWPayments");
        await InspectAsync(Page, "pay");

        var pay = Page.Url;
        await PressAsync(Page, "Pay later");
        await Expect(Heading(Page)).ToHaveTextAsync("Your payment is on its way.");
        await InspectAsync(Page, "order-pending");

        await PressAsync(await OpenDeskAsync(), "Settle");
        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await InspectAsync(Page, "order-paid");
        await InspectAsync(await OpenTabAsync(new(pay)), "pay-paid");
    }

    [Test]
    public async Task What_came_after_the_sale_is_in_order()
    {
        await BuyAsync("Stripe");
        var desk = await OpenDeskAsync();
        await RefundPartAsync(desk);
        await InspectAgainAsync("Part of your payment was refunded.", "order-part-refunded");
        await PressAsync(desk, "Dispute");
        await InspectAgainAsync("Your payment is disputed.", "order-disputed");
        await PressAsync(desk, "Win the dispute");
        await InspectAgainAsync("Part of your payment was refunded.", "order-dispute-won");
        await PressAsync(desk, "Refund");
        await InspectAgainAsync("Your payment was refunded.", "order-refunded");
    }

    [Test]
    public async Task A_declined_order_is_in_order()
    {
        await ChooseAsync("Stripe");
        await PressAsync(Page, "Decline");
        await Expect(Heading(Page)).ToHaveTextAsync("The payment did not go through.");

        await InspectAsync(Page, "order-failed");
    }

    [Test]
    public async Task What_to_send_and_where_is_shown_in_order([Values("Monero", "Cryptomus", "Pay by mail")] string rail)
    {
        await BeginAsync(rail);
        await Expect(Page.Locator("#instructions")).ToBeVisibleAsync();

        await InspectAsync(Page, "order-" + rail.Split(' ')[^1]);
    }

    [Test]
    public async Task The_letters_on_the_orders_page_are_in_order()
    {
        ExpectedComplaint = "409";
        var orders = await OpenOrdersAsync();
        await BeginAsync("Pay by mail");
        await orders.GetByLabel("Envelope arrived with (USD)").FillAsync("15.50");
        await PressAsync(orders, "Confirm");
        await Expect(orders.GetByText("$4.49 less than expected")).ToBeVisibleAsync();

        await InspectAsync(orders, "orders-letter");
    }

    [Test]
    public async Task What_does_not_exist_is_told_in_order()
    {
        ExpectedComplaint = "404";
        await Page.GotoAsync(new Uri(Shop, "/order.html?id=none").AbsoluteUri);
        await Expect(Heading(Page)).ToHaveTextAsync("There is no such order.");
        await InspectAsync(Page, "order-unknown");

        await InspectAsync(await OpenTabAsync(new(Desk, "/pay/tx_unknown")), "pay-unknown");
    }

    private async Task FillAsync()
    {
        await BuyAsync("Stripe");
        await BuyAsync("Authorize.Net");
        await PressAsync(await OpenDeskAsync(), "Refund", 0);
        await BuyAsync("Square");
        await RefundPartAsync(await OpenDeskAsync());
        await BuyAsync("PayPal");
        await PressAsync(await OpenDeskAsync(), "Dispute", 0);
        await ChooseAsync("NOWPayments");
        await Page.GetByLabel("Pay too little").FillAsync("5.00");
        await PressAsync(Page, "Pay part");
        await Expect(Heading(Page)).ToHaveTextAsync("Part of your payment arrived.");
        await ChooseAsync("Stripe", "Poster");
        await PressAsync(Page, "Decline");
        await Expect(Heading(Page)).ToHaveTextAsync("The payment did not go through.");
        await ChooseAsync("PayPal", "Mug");
    }

    private static async Task RefundPartAsync(IPage desk)
    {
        await desk.GetByLabel("Refund").First.FillAsync("5.00");
        await PressAsync(desk, "Refund", 0);
    }

    /// <summary>Looks at the order again, which has another headline now.</summary>
    private async Task InspectAgainAsync(string heading, string name)
    {
        await Page.ReloadAsync();
        await Expect(Heading(Page)).ToHaveTextAsync(heading);
        await InspectAsync(Page, name);
    }

    private async Task InspectAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("COINMOEBIUS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
        }

        (await page.TitleAsync()).Should().NotBeEmpty(name);
        (await page.Locator("h1").CountAsync()).Should().Be(1, name);
        (await page.Locator("html").GetAttributeAsync("lang")).Should().Be("en", name);
        (await page.Locator("main").CountAsync()).Should().Be(1, name);
        (await page.Locator("img:not([alt])").CountAsync()).Should().Be(0, name);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .Should().BeTrue($"{name} does not scroll sideways");
        (await page.EvaluateAsync<string[]>(SticksOut)).Should().BeEmpty(name);
        (await page.EvaluateAsync<string[]>(Unlabelled)).Should().BeEmpty(name);
        (await page.EvaluateAsync<string[]>(SmallTargets)).Should().BeEmpty(name);
        (await page.EvaluateAsync<string[]>(FaintTexts)).Should().BeEmpty(name);
        (await page.EvaluateAsync<bool>("() => /^rgb\\((\\d|[1-5]\\d),/.test(getComputedStyle(document.body).backgroundColor)"))
            .Should().Be(scheme == ColorScheme.Dark, $"{name} follows the colour scheme");
    }
}
