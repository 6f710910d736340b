using System.Text.RegularExpressions;
using CoinMoebius.Shop.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests;

/// <summary>Rails without a payment page: the order's page says what to send, and where.</summary>
public sealed class InstructionsTests : ShopTest
{
    private ILocator Panel => Page.Locator("#instructions");

    [Test]
    public async Task Coins_are_sent_to_an_address_that_can_be_copied_scanned_and_opened()
    {
        await BeginAsync("Monero");

        await Expect(Heading(Page)).ToHaveTextAsync("Waiting for your payment…");
        await Expect(Panel.Locator(".amount span")).ToHaveTextAsync("0.1249375 XMR");
        var address = await Panel.Locator(".coin-address span").InnerTextAsync();
        address.Should().MatchRegex("^7[1-9A-HJ-NP-Za-km-z]{94}$");
        await Expect(Panel.GetByRole(AriaRole.Link, new() { Name = "Open in your wallet" })).ToHaveAttributeAsync(
            "href", $"monero:{address}?tx_amount=0.1249375");
        await Expect(Panel.Locator("dt")).ToHaveTextAsync(["Send exactly", "To this address", "Until"]);
        await Expect(Panel.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToHaveCountAsync(2);
        (await Panel.Locator("img.qr").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)")).Should().BeTrue();
    }

    [Test]
    public async Task An_address_without_a_link_is_drawn_as_it_is()
    {
        await BeginAsync("Cryptomus");

        await Expect(Panel.Locator(".amount span")).ToHaveTextAsync("19.99 USDT");
        await Expect(Panel.Locator(".coin-address span")).ToHaveTextAsync(new Regex("^0x[0-9a-f]{40}$"));
        await Expect(Panel.GetByRole(AriaRole.Link, new() { Name = "Open in your wallet" })).ToHaveCountAsync(0);
        (await Panel.Locator("img.qr").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)")).Should().BeTrue();
    }

    [Test]
    public async Task The_panel_goes_when_the_money_is_there()
    {
        await BuyAsync("Monero");

        await Expect(Panel).ToBeHiddenAsync();
    }

    [Test]
    public async Task The_prices_are_in_the_currency_of_the_chosen_rail_and_the_choice_is_kept()
    {
        await Page.GotoAsync(Shop.AbsoluteUri);
        await Expect(Page.Locator(".price").First).ToHaveTextAsync("$19.99");

        await Page.GetByLabel("Pay for the Mug with").SelectOptionAsync("mobbex");

        await Expect(Page.Locator(".price").First).ToHaveTextAsync("ARS\u00a026,990.00");
        await Page.ReloadAsync();
        await Expect(Page.GetByLabel("Pay for the T-shirt with")).ToHaveValueAsync("mobbex");
        await Expect(Page.Locator(".price").First).ToHaveTextAsync("ARS\u00a026,990.00");
    }
}
