using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Tests.Providers.Mobbex.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexRequestCheckTests
{
    private static readonly MobbexCheckoutRequest Good = Requests.Checkout();
    private static readonly MobbexCustomer Ana = Requests.Customer();
    private static readonly MobbexTravel Flight = new() { Type = "airline", TravelDate = new() { Day = 1, Month = 2, Year = 2027 }, Origin = "EZE", Destination = "COR" };

    private static IEnumerable<TestCaseData> BadCheckouts()
    {
        yield return Bad("request.Total", Good with { Total = 0m });
        yield return Bad("request.Total", Good with { Total = -1m });
        yield return Bad("request.Total", Good with { Total = 1.005m });
        yield return Bad("request.Currency", Good with { Currency = " " });
        yield return Bad("request.Description", Good with { Description = "" });
        yield return Bad("request.Description", Good with { Description = new string('a', 256) });
        yield return Bad("request.Reference", Good with { Reference = " " });
        yield return Bad("request.Reference", Good with { Reference = new string('a', 256) });
        yield return Bad("request.Customer", Good with { Customer = null! });
        yield return Bad("request.Customer.Name", Good with { Customer = Ana with { Name = null } });
        yield return Bad("request.Customer.Email", Good with { Customer = Ana with { Email = "" } });
        yield return Bad("request.Customer.Identification", Good with { Customer = Ana with { Identification = " " } });
        yield return Bad("request.Customer.CreatedAt", Good with { Customer = Ana with { Uid = "7" } });
        yield return Bad("request.Customer.BirthDate.Year", Good with { Customer = Ana with { BirthDate = new() { Day = 1, Month = 1, Year = 90 } } });
        yield return Bad("request.Customer.BirthDate.Month", Good with { Customer = Ana with { BirthDate = new() { Day = 1, Year = 1990 } } });
        yield return Bad("request.Customer.BirthDate.Day", Good with { Customer = Ana with { BirthDate = new() { Day = 29, Month = 2, Year = 1990 } } });
        yield return Bad("request.ReturnUrl", Good with { ReturnUrl = new("/back", UriKind.Relative) });
        yield return Bad("request.ReturnUrl", Good with { ReturnUrl = new("ftp://shop.example/") });
        yield return Bad("request.Webhook", Good with { Webhook = new("http://shop.example/hook") });
        yield return Bad("request.WebhooksType", Good with { WebhooksType = "" });
        yield return Bad("request.Intent", Good with { Intent = "" });
        yield return Bad("request.Timeout", Good with { Timeout = 0 });
        yield return Bad("request.Sources[1]", Good with { Sources = ["visa", ""] });
        yield return Bad("request.Installments[0]", Good with { Installments = [default] });
        yield return Bad("request.Items[0].Image", Good with { Items = [new() { Image = "http://shop.example/a.png" }] });
        yield return Bad("request.Items[1].Total", Good with { Items = [new() { Total = -1.5m }, new() { Total = 0.001m }] });
        yield return Bad("request.Items[0].Reference", Good with { Items = [new() { Type = MobbexItem.SubscriptionType }] });
        yield return Bad("request.Options.Domain", Good with { Options = new() { Embed = true } });
        yield return Bad("request.Options.CloseOrReturnTimeout", Good with { Options = new() { CloseOrReturnTimeout = -1 } });
        yield return Bad("request.Options.Theme.Type", Good with { Options = new() { Theme = new() { Type = "blue" } } });
        yield return Bad("request.Options.Theme.Background", Good with { Options = new() { Theme = new() { Background = "#12345" } } });
        yield return Bad("request.Options.Theme.Colors.Primary", Good with { Options = new() { Theme = new() { Colors = new() { Primary = "red" } } } });
        yield return Bad("request.Options.Theme.Header.Logo", Good with { Options = new() { Theme = new() { Header = new() { Logo = "http://a.example/l.png" } } } });
        yield return Bad("request.Addresses[0].Type", Good with { Addresses = [new() { Type = "home" }] });
        yield return Bad("request.Addresses[0].Country", Good with { Addresses = [new() { Type = MobbexAddress.Billing, Country = "AR" }] });
        yield return Bad("request.Split", Good with { Split = [Part(100m)] });
        yield return Bad("request.Split", Good with { Multicard = true, Split = [Part(100.53m)] });
        yield return Bad("request.Split", Good with { Total = 1.01m, Split = [.. Enumerable.Repeat(Part(0.01m), 101)] });
        yield return Bad("request.Split[0].Entity", Good with { Split = [new() { Total = 100.53m }] });
        yield return Bad("request.Split[0].Entity", Good with { Split = [Part(100.53m) with { TaxId = "30-1" }] });
        yield return Bad("request.Split[1].Total", Good with { Split = [Part(100.53m), Part(0m)] });
        yield return Bad("request.Split[0].Fee", Good with { Split = [Part(100.53m) with { Fee = 0.005m }] });
        yield return Bad("request.Merchants", Good with { Multivendor = MobbexMultivendor.Active });
        yield return Bad("request.Merchants[0].Uid", Good with { Multivendor = MobbexMultivendor.Unified, Merchants = [new() { Uid = "" }] });
        yield return Bad("request.Customer.Uid", Good with { Wallet = true });
        yield return Bad("request.Options.Domain", Good with { Wallet = true, Customer = Ana with { Uid = "7", CreatedAt = DateTimeOffset.UnixEpoch } });
        yield return Bad("request.Travel.Type", Good with { Travel = Flight with { Type = "train" } });
        yield return Bad("request.Travel.TravelDate.Year", Good with { Travel = Flight with { TravelDate = new() { Day = 1, Month = 1 } } });
        yield return Bad("request.Travel.Origin", Good with { Travel = Flight with { Origin = "" } });
        yield return Bad("request.Travel.Destination", Good with { Travel = Flight with { Destination = "" } });
        yield return Bad("request.Travel.Passengers[0].Name", Good with { Travel = Flight with { Passengers = [new() { Name = " " }] } });

        static TestCaseData Bad(string property, MobbexCheckoutRequest request) => new TestCaseData(property, request).SetArgDisplayNames(property);

        static MobbexSplit Part(decimal total) => new() { Entity = "e", Total = total };
    }

    [TestCaseSource(nameof(BadCheckouts))]
    public async Task A_checkout_that_cannot_be_sent_names_the_property(string property, MobbexCheckoutRequest request)
    {
        using var mobbex = new StubMobbex().Answer(Answers.Checkout);

        (await mobbex.Client.Awaiting(client => client.CreateCheckoutAsync(request)).Should().ThrowAsync<ArgumentException>())
            .Which.ParamName.Should().Be(property);
        mobbex.Calls.Should().BeEmpty();
    }

    private static IEnumerable<TestCaseData> OtherBadCalls()
    {
        var plan = Requests.Subscription();
        var subscriber = Requests.Subscriber();
        var link = new MobbexPaymentOrderRequest { Total = 1m, Description = "d" };
        yield return Bad("request", client => client.CreateCheckoutAsync(null!));
        yield return Bad("request.Total", client => client.RefundAsync("P1", new() { Total = 0m }));
        yield return Bad("request.Total", client => client.RefundAsync("P1", new() { Total = 1.001m }));
        yield return Bad("total", client => client.CaptureAsync("P1", -1m));
        yield return Bad("couponId", client => client.GetTransactionStatusAsync(" "));
        yield return Bad("query.Total", client => client.GetSourcesAsync(new() { Total = -1m }));
        yield return Bad("query.Sources[0]", client => client.GetSourcesAsync(new() { Sources = [""] }));
        yield return Bad("query.Installments[0]", client => client.GetSourcesAsync(new() { Installments = [default] }));
        yield return Bad("taxId", client => client.GetPublicSourcesAsync(MobbexPublicSourcesQuery.OfTaxId("arg", "")));
        yield return Bad("from", client => client.ConvertCurrencyAsync(1m, "", "ARS"));
        yield return Bad("to", client => client.ConvertCurrencyAsync(1m, "USD", ""));
        yield return Bad("request.Total", client => client.CreatePaymentOrderAsync(link with { Total = 0.001m }));
        yield return Bad("request.Description", client => client.CreatePaymentOrderAsync(link with { Description = "" }));
        yield return Bad("request.Due", client => client.CreatePaymentOrderAsync(link with { SecondDue = new() { Days = 1, Surcharge = 1m } }));
        yield return Bad("request.Due.Year", client => client.CreatePaymentOrderAsync(link with { Due = new() { Day = 1, Month = 1, Year = 27 } }));
        yield return Bad("request.SecondDue.Days", client => client.CreatePaymentOrderAsync(link with { Due = new() { Day = 1, Month = 1, Year = 2027 }, SecondDue = new() { Days = 0, Surcharge = 1m } }));
        yield return Bad("request.SecondDue.Surcharge", client => client.CreatePaymentOrderAsync(link with { Due = new() { Day = 1, Month = 1, Year = 2027 }, SecondDue = new() { Days = 1, Surcharge = -1m } }));
        yield return Bad("request.Webhook", client => client.CreatePaymentOrderAsync(link with { Webhook = new("http://shop.example/") }));
        yield return Bad("request.Total", client => client.CreateSubscriptionAsync(plan with { Total = null }));
        yield return Bad("request.Currency", client => client.CreateSubscriptionAsync(plan with { Currency = null }));
        yield return Bad("request.Name", client => client.CreateSubscriptionAsync(plan with { Name = null }));
        yield return Bad("request.Description", client => client.CreateSubscriptionAsync(plan with { Description = null }));
        yield return Bad("request.Type", client => client.CreateSubscriptionAsync(plan with { Type = null }));
        yield return Bad("request.Interval", client => client.CreateSubscriptionAsync(plan with { Interval = null }));
        yield return Bad("request.Trial", client => client.CreateSubscriptionAsync(plan with { Trial = -1 }));
        yield return Bad("request.Limit", client => client.UpdateSubscriptionAsync("S1", new() { Limit = -1 }));
        yield return Bad("request.SetupFee", client => client.UpdateSubscriptionAsync("S1", new() { SetupFee = 0.001m }));
        yield return Bad("request.Features[0]", client => client.UpdateSubscriptionAsync("S1", new() { Features = [""] }));
        yield return Bad("request.Customer", client => client.CreateSubscriberAsync("S1", subscriber with { Customer = null }));
        yield return Bad("request.Reference", client => client.CreateSubscriberAsync("S1", subscriber with { Reference = null }));
        yield return Bad("request.StartDate", client => client.CreateSubscriberAsync("S1", subscriber with { StartDate = null }));
        yield return Bad("request.StartDate.Day", client => client.CreateSubscriberAsync("S1", subscriber with { StartDate = new() { Day = 30, Month = 2 } }));
        yield return Bad("request.Total", client => client.UpdateSubscriberAsync("S1", "U1", new() { Total = 0m }));
        yield return Bad("request.Customer.CreatedAt", client => client.UpdateSubscriberAsync("S1", "U1", new() { Customer = new() { Uid = "7" } }));
        yield return Bad("startDate", client => client.RescheduleSubscriberAsync("S1", "U1", null!));
        yield return Bad("newSubscriptionUid", client => client.MoveSubscriberAsync("S1", "U1", ""));
        yield return Bad("schedule", client => client.ScheduleChargeAsync("S1", "U1", null!));
        yield return Bad("request.Total", client => client.ChargeSubscriberAsync("S1", "U1", new() { Total = 0m }));
        yield return Bad("returnUrl", client => client.ConnectAsync(new("ftp://a.example/")));
        yield return Bad("request.Reference", client => client.CreateWalletCustomerAsync(new() { Reference = "", Customer = Requests.Customer() }));
        yield return Bad("request.Customer.Email", client => client.CreateWalletCustomerAsync(new() { Reference = "c", Customer = new() { Name = "Ana" } }));

        static TestCaseData Bad(string property, Func<IMobbexClient, Task> call) => new TestCaseData(property, call).SetArgDisplayNames(property);
    }

    [TestCaseSource(nameof(OtherBadCalls))]
    public async Task Another_call_that_cannot_be_sent_names_the_property(string property, Func<IMobbexClient, Task> call)
    {
        using var mobbex = new StubMobbex().Answer("{}");

        (await FluentActions.Awaiting(() => call(mobbex.Client)).Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().Be(property);
        mobbex.Calls.Should().BeEmpty();
    }

    [Test]
    public async Task Parts_that_sum_to_the_total_are_sent()
    {
        using var mobbex = new StubMobbex().Answer(Answers.Checkout);

        await mobbex.Client.CreateCheckoutAsync(Good with
        {
            Split = [new() { Entity = "a", Total = 60.5m, Fee = 1m, Hold = true }, new() { TaxId = "30-1", Total = 40.03m }],
        });

        mobbex.Call.Json["split"]!.ToJsonString().Should().Be(
            """[{"entity":"a","total":60.5,"fee":1,"hold":true},{"tax_id":"30-1","total":40.03}]""");
    }

    [Test]
    public void Installments_speak_three_dialects()
    {
        MobbexInstallment.Only("ahora_12").Value.Should().Be("ahora_12");
        MobbexInstallment.Hide("ahora_12").Value.Should().Be("-ahora_12");
        MobbexInstallment.AddPlan("xpdhREmogg7").Value.Should().Be("+uid:xpdhREmogg7");
        new MobbexInstallment("=new").ToString().Should().Be("=new", "a dialect to come can be sent");
        FluentActions.Invoking(() => MobbexInstallment.Only("-ahora_12")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MobbexInstallment.Hide("+uid:x")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MobbexInstallment.AddPlan(" ")).Should().Throw<ArgumentException>();
    }
}
