using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

/// <summary>Whose credentials a call carries.</summary>
public enum CoinflowFamily
{
    Merchant,
    Payer,
    Session,
}

/// <summary>Every call of the client once, with what it must send.</summary>
public sealed record CoinflowCalls(string Name, CoinflowFamily Family, string Request, string Retry, Func<ICoinflowClient, Task> Call)
{
    public static readonly CoinflowPayer Payer = CoinflowPayer.ForUser("user-42") with { DeviceId = "device-1", ClientIp = "203.0.113.7" };
    public static readonly CoinflowSession Session = new("session.key.1") { DeviceId = "device-1", ClientIp = "203.0.113.7" };
    public static readonly CoinflowMoney Money = CoinflowMoney.FromCents(1999, "USD");
    public static readonly CoinflowCard Card = new()
    {
        CardToken = "tok_1",
        ExpYear = "30",
        ExpMonth = "01",
        Email = "a@example.com",
        FirstName = "Ada",
        LastName = "L",
    };

    private const string Never = nameof(ApiRetry.Never);
    private const string NotReceived = nameof(ApiRetry.NotReceived);
    private const string Idempotent = nameof(ApiRetry.Idempotent);

    public static IEnumerable<CoinflowCalls> All { get; } =
    [
        Of(CoinflowFamily.Payer, "GET auth/session-key", Idempotent, client => client.CreateSessionAsync(Payer)),
        Of(CoinflowFamily.Session, "GET auth/verify", Idempotent, client => client.VerifySessionAsync(Session)),
        Of(CoinflowFamily.Payer, "GET auth", Idempotent, client => client.GetWalletMessageAsync(Payer)),

        Of(CoinflowFamily.Payer, "POST checkout/link", Idempotent, client => client.CreateCheckoutLinkAsync(Payer, new() { Subtotal = Money })),
        Of(CoinflowFamily.Merchant, "POST checkout/jwt-token", Idempotent, client => client.CreateCheckoutTokenAsync(new() { Subtotal = Money })),
        Of(CoinflowFamily.Session, "POST checkout/totals/shop%201", Idempotent, client => client.GetTotalsAsync(Session, new() { Subtotal = Money })),
        Of(CoinflowFamily.Session, "POST checkout/fees", Idempotent, client => client.GetFeesAsync(Session, new() { Subtotal = Money })),
        Of(CoinflowFamily.Merchant, "POST checkout/destination-auth-key", NotReceived, client => client.CreateDestinationAuthKeyAsync("base", "0x1")),

        Of(CoinflowFamily.Session, "POST checkout/card/shop%201", Never, client => client.PayByCardAsync(Session, new() { Subtotal = Money, Card = Card })),
        Of(CoinflowFamily.Session, "POST checkout/token/shop%201", Never, client => client.PayBySavedCardAsync(Session, new() { Subtotal = Money, Token = "t" })),
        Of(CoinflowFamily.Session, "POST checkout/zero-authorization/shop%201", Never, client => client.CheckCardAsync(Session, new() { Token = "t" })),
        Of(CoinflowFamily.Payer, "POST checkout/card-on-file", Never, client => client.PayByCardOnFileAsync(Payer, new() { Subtotal = Money, Token = "t" })),
        Of(CoinflowFamily.Payer, "POST checkout/card-on-file-authorized", NotReceived, client => client.IsCardOnFileAuthorizedAsync(Payer, "t")),
        Of(CoinflowFamily.Payer, "POST checkout/merchant-initiated-transaction", Never, client => client.PayMerchantInitiatedAsync(Payer, new() { SubscriptionPlanCode = "gold" })),
        Of(CoinflowFamily.Merchant, "POST checkout/capture", Never, client => client.CapturePaymentAsync(new() { PaymentId = "p", Subtotal = Money })),
        Of(CoinflowFamily.Merchant, "POST checkout/void", Never, client => client.VoidPaymentAsync("p")),
        Of(CoinflowFamily.Merchant, "PUT checkout/review", Never, client => client.ReviewPaymentAsync("p", accept: true)),

        Of(CoinflowFamily.Session, "POST checkout/ach/shop%201", Never, client => client.PayByAchAsync(Session, new() { Subtotal = CoinflowMoney.FromCents(500), Token = "t" })),
        Of(CoinflowFamily.Session, "POST checkout/pix", Never, client => client.PayByPixAsync(Session, new() { Subtotal = Money, Email = "a@example.com" })),
        Of(CoinflowFamily.Session, "POST checkout/iban", Never, client => client.PayByIbanAsync(Session, new() { Subtotal = Money, Data = new JsonObject() })),
        Of(CoinflowFamily.Session, "POST checkout/iban/token", Never, client => client.PayByIbanAsync(Session, new() { Subtotal = Money, Token = "t" })),
        Of(CoinflowFamily.Session, "POST checkout/wire", Never, client => client.PayByWireAsync(Session, new() { Subtotal = Money, Data = new JsonObject() })),
        Of(CoinflowFamily.Session, "POST checkout/wire/token", Never, client => client.PayByWireAsync(Session, new() { Subtotal = Money, Token = "t" })),
        Of(CoinflowFamily.Session, "POST checkout/interac", Never, client => client.PayByInteracAsync(Session, new() { Subtotal = Money, FirstName = "A", LastName = "L", Phone = "1" })),
        Of(CoinflowFamily.Session, "POST checkout/interac/token", Never, client => client.PayByInteracAsync(Session, new() { Subtotal = Money, Token = "t" })),
        Of(CoinflowFamily.Session, "POST checkout/cashapp/shop%201", Never, client => client.PayByCashAppAsync(Session, new() { Subtotal = Money })),
        Of(CoinflowFamily.Session, "POST checkout/apa/shop%201", Never, client => client.PayByApaAsync(Session, new() { Subtotal = Money, CredentialType = "PHONE", CredentialValue = "1" })),
        Of(CoinflowFamily.Session, "POST checkout/paypal/shop%201", Never, client => client.PayByPayPalAsync(Session, new() { Subtotal = Money })),
        Of(CoinflowFamily.Session, "POST checkout/paypal/token/shop%201", Never, client => client.PayByPayPalAsync(Session, new() { Subtotal = Money, Token = "t" })),
        Of(CoinflowFamily.Session, "POST checkout/venmo/shop%201", Never, client => client.PayByVenmoAsync(Session, new() { Subtotal = Money })),
        Of(CoinflowFamily.Session, "POST checkout/venmo/token/shop%201", Never, client => client.PayByVenmoAsync(Session, new() { Subtotal = Money, Token = "t" })),
        Of(CoinflowFamily.Payer, "POST checkout/crypto", Never, client => client.PayByCryptoAsync(Payer, new() { Subtotal = Money, Email = "a@example.com", Chain = "base", Token = "USDC" })),
        Of(CoinflowFamily.Merchant, "GET checkout/crypto?subtotalCents=1999&subtotalCurrency=USD&tier=x%20y", Idempotent, client => client.ListCryptoChainsAsync(new() { Subtotal = Money, Tier = "x y" })),

        Of(CoinflowFamily.Merchant, "GET merchant/payments/a%2Fb", Idempotent, client => client.GetPaymentAsync("a/b")),
        Of(CoinflowFamily.Merchant, "GET merchant/payments/enhanced/p", Idempotent, client => client.GetPaymentDetailsAsync("p")),
        Of(CoinflowFamily.Merchant, "GET merchant/payments?page=1&limit=100", Idempotent, client => Drain(client.ListPaymentsAsync(new()))),
        Of(CoinflowFamily.Merchant, "GET merchant/payments/ach-returns?page=1&pageSize=100", Idempotent, client => Drain(client.ListAchReturnsAsync())),
        Of(CoinflowFamily.Session, "GET customer/history", Idempotent, client => client.ListPayerPaymentsAsync(Session)),
        Of(CoinflowFamily.Session, "GET customer/history/p", Idempotent, client => client.GetPayerPaymentAsync(Session, "p")),
        Of(CoinflowFamily.Merchant, "PUT merchant/payments/p/settle", Never, client => client.SettleSandboxPaymentAsync("p")),
        Of(CoinflowFamily.Merchant, "PUT merchant/payments/p/fail", Never, client => client.FailSandboxPaymentAsync("p")),

        Of(CoinflowFamily.Merchant, "PUT merchant/payments/p/refund", Never, client => client.RefundPaymentAsync("p", new() { RefundReason = "other" })),
        Of(CoinflowFamily.Merchant, "GET merchant/payments/p/refund-quote", Idempotent, client => client.GetRefundQuoteAsync("p")),
        Of(CoinflowFamily.Merchant, "GET refunds?status=Settled", Idempotent, client => client.ListRefundsAsync(new() { Status = "Settled" })),
        Of(CoinflowFamily.Merchant, "GET refunds/payment/p", Idempotent, client => client.GetRefundAsync("p")),
        Of(CoinflowFamily.Merchant, "GET refunds/payment/p/all", Idempotent, client => client.ListPaymentRefundsAsync("p")),
        Of(CoinflowFamily.Merchant, "POST refunds/r/retry", Never, client => client.RetryRefundAsync("r")),

        Of(CoinflowFamily.Merchant, "GET merchant/chargebacks?page=1&limit=100&responded=false", Idempotent, client => Drain(client.ListChargebacksAsync(new() { Responded = false }))),
        Of(CoinflowFamily.Merchant, "GET merchant/chargebacks/p", Idempotent, client => client.GetChargebackAsync("p")),
        Of(CoinflowFamily.Merchant, "GET merchant/chargebacks/rate", Idempotent, client => client.GetChargebackRateAsync()),
        Of(CoinflowFamily.Merchant, "GET merchant/chargebacks/p/draft", Idempotent, client => client.GetChargebackDraftAsync("p")),
        Of(CoinflowFamily.Merchant, "PUT merchant/chargebacks/p/draft", Idempotent, client => client.SaveChargebackDraftAsync("p", new() { Notes = "n" })),
        Of(CoinflowFamily.Merchant, "PUT merchant/chargebacks/p/ignore", Idempotent, client => client.SetChargebackIgnoredAsync("p", true)),
        Of(CoinflowFamily.Merchant, "POST merchant/chargebacks/p/respond", Never, client => client.RespondToChargebackAsync("p", new() { FileKey = "f" })),
        Of(CoinflowFamily.Merchant, "PUT merchant/blocked/c", Idempotent, client => client.BlockCustomerAsync("c", new() { Reason = "fraud" })),

        Of(CoinflowFamily.Merchant, "POST merchant/subscription/plans", NotReceived, client => client.CreatePlanAsync(new() { Name = "Gold", Code = "gold", Interval = "Monthly", Amount = Money })),
        Of(CoinflowFamily.Merchant, "GET merchant/subscription/plans", Idempotent, client => client.ListPlansAsync()),
        Of(CoinflowFamily.Merchant, "PUT merchant/subscription/plans/gold", Idempotent, client => client.UpdatePlanAsync("gold", new() { Active = false })),
        Of(CoinflowFamily.Merchant, "DELETE merchant/subscription/plans/gold", NotReceived, client => client.DeletePlanAsync("gold")),
        Of(CoinflowFamily.Merchant, "GET merchant/subscription/plans/gold/subscribers", Idempotent, client => client.ListSubscribersAsync("gold")),
        Of(CoinflowFamily.Merchant, "PATCH merchant/subscription/subscribers/s", NotReceived, client => client.CancelSubscriptionAsync("s")),
        Of(CoinflowFamily.Merchant, "GET merchant/subscription/subscribers/s", Idempotent, client => client.ListSubscriptionPaymentsAsync("s")),
        Of(CoinflowFamily.Session, "GET subscription/shop%201/plans", Idempotent, client => client.ListPayerPlansAsync(Session)),
        Of(CoinflowFamily.Session, "GET subscription/shop%201/plans/gold", Idempotent, client => client.GetPayerPlanAsync(Session, "gold")),
        Of(CoinflowFamily.Session, "GET subscription/shop%201/subscribers", Idempotent, client => client.ListPayerSubscriptionsAsync(Session)),
        Of(CoinflowFamily.Session, "POST subscription/shop%201/subscribers/card", Never, client => client.SubscribeAsync(Session, new() { PlanCode = "gold", Card = Card })),
        Of(CoinflowFamily.Session, "POST subscription/shop%201/subscribers/token", Never, client => client.SubscribeAsync(Session, new() { PlanCode = "gold", Token = "t" })),
        Of(CoinflowFamily.Session, "POST subscription/shop%201/subscribers/ach", Never, client => client.SubscribeByAchAsync(Session, new() { PlanCode = "gold", Token = "t" })),
        Of(CoinflowFamily.Session, "PATCH subscription/shop%201/subscribers/s", NotReceived, client => client.CancelPayerSubscriptionAsync(Session, "s")),

        Of(CoinflowFamily.Merchant, "GET merchant/webhooks?page=1&limit=100&startDate=2026-05-14T01%3A04%3A21.000Z", Idempotent, client => Drain(client.ListWebhookDeliveriesAsync(new() { StartDate = new(2026, 5, 14, 1, 4, 21, TimeSpan.Zero) }))),
        Of(CoinflowFamily.Merchant, "POST merchant/webhooks/w", NotReceived, client => client.ResendWebhookAsync("w")),
        Of(CoinflowFamily.Merchant, "PUT merchant", Idempotent, client => client.UpdateWebhookSettingsAsync(new() { Version = "Version 3", Subscriptions = ["Settled"] })),
        Of(CoinflowFamily.Merchant, "GET merchant", Idempotent, client => client.GetMerchantAsync()),
    ];

    public override string ToString() => Request;

    private static CoinflowCalls Of(
        CoinflowFamily family, string request, string retry, Func<ICoinflowClient, Task> call, [CallerArgumentExpression(nameof(call))] string text = "") =>
        new(text.Split("client.")[1].Split('(')[0], family, request, retry, call);

    private static async Task Drain<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            _ = item;
        }
    }
}
