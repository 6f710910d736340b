using System.Net;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowRequestTests
{
    private static readonly CoinflowMoney Money = CoinflowCalls.Money;
    private static readonly CoinflowSession Session = CoinflowCalls.Session;
    private static readonly CoinflowPayer Payer = CoinflowCalls.Payer;
    private static readonly CoinflowCard Card = CoinflowCalls.Card;

    [TestCaseSource(nameof(Refused))]
    public async Task What_the_api_would_refuse_is_not_sent(string property, Func<ICoinflowClient, Task> call)
    {
        using var api = new CoinflowApi(HttpStatusCode.OK);

        await FluentActions.Awaiting(() => call(api.Client)).Should().ThrowAsync<ArgumentException>().WithMessage("*" + property + "*");

        api.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task The_merchant_of_the_options_fills_the_body_unless_another_is_named()
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, """{"paymentId":"p"}""");

        await api.Client.PayByPixAsync(Session, new() { Subtotal = Money, Email = "a@example.com" });
        await api.Client.PayByWireAsync(Session, new() { Subtotal = Money, Token = "t", MerchantId = "other" });

        api.Requests.Select(request => JsonNode.Parse(request.Body!)!["merchantId"]!.GetValue<string>()).Should().Equal("shop 1", "other");
    }

    [TestCase(" ")]
    [TestCase("a b")]
    [TestCase("a\r\nx: y")]
    [TestCase("é")]
    public void What_cannot_stand_in_a_header_is_refused(string value)
    {
        FluentActions.Invoking(() => CoinflowPayer.ForUser(value)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CoinflowPayer.ForWallet("0x1", value)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CoinflowSession(value)).Should().Throw<ArgumentException>();
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case("Subtotal", client => client.PayBySavedCardAsync(Session, new() { Token = "t" }));
        yield return Case("Subtotal", client => client.PayBySavedCardAsync(Session, new() { Token = "t", Subtotal = CoinflowMoney.FromCents(0) }));
        yield return Case("Subtotal", client => client.PayByCryptoAsync(Payer, new() { Email = "e", Chain = "c", Token = "t", Subtotal = CoinflowSubtotal.FromToken("0x1", 0) }));
        yield return Case("Token", client => client.PayBySavedCardAsync(Session, new() { Token = " ", Subtotal = Money }));
        yield return Case("Currency", client => client.PayByAchAsync(Session, new() { Token = "t", Subtotal = Money }));
        yield return Case("FixedFee", client => client.CreateCheckoutTokenAsync(new() { FixedFee = Money }));
        yield return Case("IdempotencyKey", client => client.CreateCheckoutTokenAsync(new() { IdempotencyKey = "" }));
        yield return Case("ExpiresIn", client => client.CreateCheckoutLinkAsync(Payer, new() { ExpiresIn = new() { Minutes = 0 } }));
        yield return Case("DepositAmounts", client => client.CreateCheckoutTokenAsync(new() { DepositAmounts = [10, 0] }));
        yield return Case("CallbackUrl", client => client.CreateCheckoutLinkAsync(Payer, new() { StandaloneLinkConfig = new() { CallbackUrl = "javascript:1", EndUserDeviceIpAddress = "1" } }));
        yield return Case("EndUserDeviceIpAddress", client => client.CreateCheckoutLinkAsync(Payer, new() { StandaloneLinkConfig = new() { CallbackUrl = "https://x.example/" } }));
        yield return Case("CustomerInfo", client => client.CreateCheckoutTokenAsync(new() { CustomerInfo = new() { FirstName = "A" } }));
        yield return Case("ScreenWidth", client => client.CreateCheckoutTokenAsync(new() { Authentication3DS = new() { ColorDepth = 24 } }));
        yield return Case("Cavv", client => client.CreateCheckoutTokenAsync(new() { Authentication3DS = new() { TransactionId = "t", Eci = "05" } }));
        yield return Case("TransactionId", client => client.CreateCheckoutTokenAsync(new() { Authentication3DS = new() }));
        yield return Case("PostalCode", client => client.CreateCheckoutTokenAsync(new() { AccountFundingTransaction = new() { RecipientAftInfo = new() { FirstName = "A" } } }));
        yield return Case("ProductName", client => client.CreateCheckoutTokenAsync(new() { ChargebackProtectionData = [new() { Quantity = 1 }] }));
        yield return Case("gift card", client => client.CreateCheckoutTokenAsync(new() { ChargebackProtectionData = [new() { ItemClass = CoinflowItemClasses.GiftCard }] }));
        yield return Case("RecipientInfo", client => client.CreateCheckoutTokenAsync(new() { ChargebackProtectionData = [new() { ItemClass = CoinflowItemClasses.Crypto }] }));
        yield return Case("IsPresetAmount", client => client.CreateCheckoutTokenAsync(new() { ChargebackProtectionData = [new() { ItemClass = CoinflowItemClasses.MoneyTopUp }] }));
        yield return Case("Card", client => client.PayByCardAsync(Session, new() { Card = null!, Subtotal = Money }));
        yield return Case("card number", client => client.PayByCardAsync(Session, new() { Card = Card with { CardToken = "4242 4242 4242 4242" }, Subtotal = Money }));
        yield return Case("ExpYear", client => client.PayByCardAsync(Session, new() { Card = Card with { ExpYear = "2030" }, Subtotal = Money }));
        yield return Case("ExpMonth", client => client.PayByCardAsync(Session, new() { Card = Card with { ExpMonth = "13" }, Subtotal = Money }));
        yield return Case("Card or Token", client => client.CheckCardAsync(Session, new()));
        yield return Case("Subtotal", client => client.CheckCardAsync(Session, new() { Token = "t", Subtotal = Money }));
        yield return Case("not both", client => client.PayByCardOnFileAsync(Payer, new() { Subtotal = Money, Token = "t", OriginalPaymentId = "p" }));
        yield return Case("plan determines the price", client => client.PayMerchantInitiatedAsync(Payer, new() { SubscriptionPlanCode = "gold", Subtotal = Money }));
        yield return Case("Subtotal", client => client.PayMerchantInitiatedAsync(Payer, new() { OriginalPaymentId = "p" }));
        yield return Case("Data or Token", client => client.PayByIbanAsync(Session, new() { Subtotal = Money }));
        yield return Case("Email or Phone", client => client.PayByInteracAsync(Session, new() { Subtotal = Money, FirstName = "A", LastName = "L" }));
        yield return Case("CredentialType", client => client.PayByApaAsync(Session, new() { Subtotal = Money, CredentialType = "FAX", CredentialValue = "1" }));
        yield return Case("Card", client => client.SubscribeByAchAsync(Session, new() { PlanCode = "gold", Card = Card }));
        yield return Case("PlanCode", client => client.SubscribeAsync(Session, new() { PlanCode = "", Token = "t" }));
        yield return Case("RefundReason", client => client.RefundPaymentAsync("p", new() { RefundReason = "" }));
        yield return Case("PartialAmount", client => client.RefundPaymentAsync("p", new() { RefundReason = "other", PartialAmount = Money }));
        yield return Case("PartialAmount", client => client.RefundPaymentAsync("p", new() { RefundReason = "other", PartialAmount = CoinflowMoney.FromCents(0) }));
        yield return Case("paymentId", client => client.RefundPaymentAsync("..", new() { RefundReason = "other" }));
        yield return Case("Interval", client => client.CreatePlanAsync(new() { Name = "n", Code = "c", Amount = Money }));
        yield return Case("Duration", client => client.UpdatePlanAsync("gold", new() { Duration = 0 }));
        yield return Case("Version", client => client.UpdateWebhookSettingsAsync(new() { Subscriptions = [] }));
        yield return Case("Response", client => client.RespondToChargebackAsync("p", new()));
        yield return Case("Reason", client => client.BlockCustomerAsync("c", new() { Reason = "" }));

        static TestCaseData Case(string property, Func<ICoinflowClient, Task> call, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) =>
            new TestCaseData(property, call).SetArgDisplayNames($"{property} {line}");
    }
}
