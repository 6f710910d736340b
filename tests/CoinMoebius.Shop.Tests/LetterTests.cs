using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CoinMoebius.Shop.Tests.Support;
using CoinMoebius.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoinMoebius.Shop.Tests;

/// <summary>A purchase by letter: the buyer reads what to send, the merchant opens it on the orders page.</summary>
public sealed class LetterTests : ShopTest
{
    [Test]
    public async Task A_letter_with_the_price_pays_the_order()
    {
        var orders = await BuyByMailAsync();
        await Expect(Heading(Page)).ToHaveTextAsync("Waiting for your letter.");
        await Expect(Page.Locator("#instructions .code span")).ToHaveTextAsync(new Regex("^SHOP-[A-HJKMNP-Z2-9]{4}$"));
        await Expect(Page.Locator("#instructions dd").Nth(1)).ToHaveTextAsync("$19.99");
        await Expect(Page.Locator("#instructions .address")).ToContainTextAsync("PO Box 1");
        await Expect(Status(orders)).ToHaveTextAsync("pending manual");

        await ConfirmAsync(orders, "19.99");

        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await Expect(Page.Locator("#instructions")).ToBeHiddenAsync();
        await Expect(Status(orders)).ToHaveTextAsync("succeeded");
        await Expect(LastEntry(orders)).ToContainTextAsync("manual.received → succeeded · 19.99 USD");
    }

    [TestCase("15.50", "$4.49 less than expected")]
    [TestCase("20.00", "$0.01 more than expected")]
    public async Task Another_amount_is_told_and_taken_only_when_a_person_says_so(string amount, string told)
    {
        ExpectedComplaint = "409";
        var orders = await BuyByMailAsync();

        await ConfirmAsync(orders, amount);
        await Expect(orders.GetByText(told)).ToBeVisibleAsync();
        await Expect(Status(orders)).ToHaveTextAsync("pending manual");
        await PressAsync(orders, "No, leave it open");
        await Expect(orders.GetByText(told)).ToBeHiddenAsync();
        await Expect(Status(orders)).ToHaveTextAsync("pending manual");

        await ConfirmAsync(orders, amount);
        await PressAsync(orders, "Yes, take it");

        await Expect(Heading(Page)).ToHaveTextAsync("Paid. Thank you!");
        await Expect(LastEntry(orders)).ToContainTextAsync($"manual.received → succeeded · {amount} USD");
    }

    [TestCase("1,5")]
    [TestCase("0", Category = Exhaustive.Category)]
    [TestCase("-5", Category = Exhaustive.Category)]
    [TestCase("abc", Category = Exhaustive.Category)]
    public async Task What_is_no_amount_is_refused(string amount)
    {
        ExpectedComplaint = "400";
        var orders = await BuyByMailAsync();

        await ConfirmAsync(orders, amount);

        await Expect(orders.GetByText("Write the amount as digits")).ToBeVisibleAsync();
        await Expect(Status(orders)).ToHaveTextAsync("pending manual");
    }

    [Test]
    public async Task A_canceled_order_is_told_to_the_buyer()
    {
        var orders = await BuyByMailAsync();

        await PressAsync(orders, "Cancel the order");

        await Expect(Heading(Page)).ToHaveTextAsync("This order was canceled.");
        await Expect(Page.Locator("#settled")).ToHaveClassAsync("bad");
        await Expect(Status(orders)).ToHaveTextAsync("manual canceled");
        await Expect(orders.Locator(".desk")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_payment_can_be_undone()
    {
        var orders = await BuyByMailAsync();
        await ConfirmAsync(orders, "19.99");

        await PressAsync(orders, "Undo the payment");

        await Expect(Status(orders)).ToHaveTextAsync("manual revoked");
        await Expect(LastEntry(orders)).ToContainTextAsync("manual.revoked");
    }

    [Test]
    public async Task A_code_finds_its_order_however_it_was_written()
    {
        ExpectedComplaint = "404";
        var orders = await BuyByMailAsync();
        var code = await Page.Locator("#instructions .code span").InnerTextAsync();

        await orders.GetByLabel("Code on the envelope").FillAsync("SHOP-0O1I");
        await PressAsync(orders, "Find the order");
        await Expect(orders.GetByText("No order has the code")).ToBeVisibleAsync();
        await orders.GetByLabel("Code on the envelope").FillAsync(" " + code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal));
        await PressAsync(orders, "Find the order");

        await Expect(orders.GetByLabel("Envelope arrived with (USD)")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Of_two_clicks_one_is_told_that_it_came_late()
    {
        var orders = await BuyByMailAsync();
        using var http = new HttpClient { BaseAddress = Shop };
        var path = $"/api/letters/{await OrderIdAsync(orders)}/";

        var answers = await Task.WhenAll(
            http.PostAsJsonAsync(path + "received", new { amount = "19.99" }), http.PostAsJsonAsync(path + "cancel", new { }));

        answers.Select(answer => answer.StatusCode).Should().BeEquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
        await Expect(orders.Locator("tbody .history li")).ToHaveCountAsync(1);
    }

    [TestCase("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [TestCase("Host", "rebound.example", HttpStatusCode.BadRequest)]
    public async Task Nobody_elses_page_opens_letters(string header, string value, HttpStatusCode refusal)
    {
        var orders = await BuyByMailAsync();
        using var http = new HttpClient { BaseAddress = Shop };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/letters/{await OrderIdAsync(orders)}/received")
        {
            Content = JsonContent.Create(new { amount = "19.99" }),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await http.SendAsync(request);

        answer.StatusCode.Should().Be(refusal);
        await Expect(Status(orders)).ToHaveTextAsync("pending manual");
    }

    [Test]
    public async Task No_webhook_says_that_a_letter_came()
    {
        await BuyByMailAsync();
        using var http = new HttpClient { BaseAddress = Shop };

        using var answer = await http.PostAsJsonAsync("/webhooks/manual", new { status = "succeeded" });

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<IPage> BuyByMailAsync()
    {
        var orders = await OpenOrdersAsync();
        await BeginAsync("Pay by mail");
        await Expect(Page.Locator("#instructions")).ToBeVisibleAsync();
        return orders;
    }

    private static async Task ConfirmAsync(IPage orders, string amount)
    {
        await orders.GetByLabel("Envelope arrived with (USD)").FillAsync(amount);
        await PressAsync(orders, "Confirm");
    }

    private static async Task<string> OrderIdAsync(IPage orders) => (await orders.Locator("tbody tr").GetAttributeAsync("id"))!;
}
