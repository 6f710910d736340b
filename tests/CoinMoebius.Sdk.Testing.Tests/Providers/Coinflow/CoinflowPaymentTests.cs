using System.Net;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.Coinflow;

[CancelAfter(30_000)]
public sealed class CoinflowPaymentTests : CoinflowShop
{
    [Test]
    public async Task A_link_leads_to_the_page_and_its_payment_to_a_signed_webhook(CancellationToken cancellationToken)
    {
        var request = new CoinflowCheckoutRequest { Subtotal = Price, IdempotencyKey = "order-1", WebhookInfo = new() { ["orderId"] = "A-1", ["note"] = "hat" } };
        var link = await Client.CreateCheckoutLinkAsync(Ada, request, cancellationToken: cancellationToken);
        var again = await Client.CreateCheckoutLinkAsync(Ada, request, cancellationToken: cancellationToken);
        again.Link.Should().Be(link.Link, "one key makes one checkout");
        var id = Simulator.Transactions.Single().Id;
        await Client.Awaiting(client => client.GetPaymentAsync(id, cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>("nobody has paid");
        (await ReadAsync(Client.ListPaymentsAsync(new(), cancellationToken))).Should().BeEmpty();

        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        (await browser.GetStringAsync(link.Link, cancellationToken)).Should().Contain("A-1").And.Contain("19.90 USD");
        using var paid = await browser.PostAsync(new Uri(link.Link!, link.Link!.AbsolutePath + "/pay"), null, cancellationToken);
        var delivery = await Simulator.WaitForDeliveryAsync(id, PaymentStatus.Succeeded, cancellationToken);

        var settled = await EventAsync(delivery);
        (settled.Status, settled.PaymentId, settled.Amount, settled.Currency, settled.CustomerRef).Should().Be((PaymentStatus.Succeeded, id, 19.90m, "USD", "ada"));
        var payment = await Client.GetPaymentAsync(id, cancellationToken);
        (payment.Status, payment.Totals!.Subtotal, payment.Customer!.Id).Should().Be((CoinflowPaymentStatus.Settled, Price, "ada"));
        payment.WebhookInfo!.Value.GetProperty("note").GetString().Should().Be("hat");
        payment.Merchant!.Document!.Value.GetRawText().Should().Be("""{"merchantId":"simulator"}""");
    }

    [Test]
    public async Task A_payment_by_card_settles_and_is_found_in_every_way(CancellationToken cancellationToken)
    {
        var id = await PayAsync();
        await Simulator.WaitForDeliveryAsync(id, PaymentStatus.Succeeded, cancellationToken);

        (await Client.GetPaymentAsync(id, cancellationToken)).Status.IsPaid.Should().BeTrue();
        (await Client.GetPaymentDetailsAsync(id, cancellationToken))!.Bin.Should().Be("424242");
        (await ReadAsync(Client.WatchPaymentAsync(id, cancellationToken))).Single().Status.Should().Be(CoinflowPaymentStatus.Settled);
        (await Client.ListPayerPaymentsAsync(Session, cancellationToken)).Single().PaymentId.Should().Be(id);
        (await Client.GetPayerPaymentAsync(Session, id, cancellationToken)).Status.Should().Be(CoinflowPaymentStatus.Settled);
        var stranger = await Client.CreateSessionAsync(CoinflowPayer.ForWallet("0xb0b", CoinflowBlockchains.Base), cancellationToken);
        (await Client.ListPayerPaymentsAsync(stranger, cancellationToken)).Should().BeEmpty();
        await Client.Awaiting(client => client.GetPayerPaymentAsync(stranger, id, cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>();
    }

    [Test]
    public async Task Payments_are_listed_in_pages()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await PayAsync());
        }

        (await ReadAsync(Client.ListPaymentsAsync(new() { PageSize = 2 }))).Select(payment => payment.PaymentId).Should().Equal(Enumerable.Reverse(ids));
        (await ReadAsync(Client.ListPaymentsAsync(new() { Status = "FAILED" }))).Should().BeEmpty();
        (await ReadAsync(Client.ListAchReturnsAsync())).Should().BeEmpty();
    }

    [Test]
    public async Task Reserved_money_is_captured_in_part_or_given_up(CancellationToken cancellationToken)
    {
        var (captured, voided, accepted, refused) = (await PayAsync(authOnly: true), await PayAsync(authOnly: true), await PayAsync(authOnly: true), await PayAsync(authOnly: true));
        (await Client.GetPaymentAsync(captured, cancellationToken)).Status.Should().Be(CoinflowPaymentStatus.Authorized);

        (await Client.CapturePaymentAsync(new() { PaymentId = captured, Subtotal = CoinflowMoney.FromCents(500, "USD") }, cancellationToken)).JobId.Should().NotBeEmpty();
        await Client.VoidPaymentAsync(voided, cancellationToken);
        await Client.ReviewPaymentAsync(accepted, accept: true, cancellationToken);
        await Client.ReviewPaymentAsync(refused, accept: false, cancellationToken);

        (await Client.GetPaymentAsync(captured, cancellationToken)).Totals!.Subtotal!.Cents.Should().Be(500);
        (await Client.GetPaymentAsync(voided, cancellationToken)).Status.Should().Be(CoinflowPaymentStatus.Voided);
        (await Client.GetPaymentAsync(accepted, cancellationToken)).Status.Should().Be(CoinflowPaymentStatus.Settled);
        (await Client.GetPaymentAsync(refused, cancellationToken)).Status.Should().Be(CoinflowPaymentStatus.Failed);
        var delivery = await Simulator.WaitForDeliveryAsync(voided, PaymentStatus.Failed, cancellationToken);
        (await EventAsync(delivery)).EventType.Should().Be(CoinflowEventTypes.CardPaymentVoided);
        await Client.Awaiting(client => client.VoidPaymentAsync(voided, cancellationToken)).Should().ThrowAsync<CoinMoebiusValidationException>();
        await Client.Awaiting(client => client.CapturePaymentAsync(new() { PaymentId = "none", Subtotal = Price }, cancellationToken))
            .Should().ThrowAsync<CoinMoebiusNotFoundException>();
    }

    [Test]
    public async Task A_challenge_is_passed_and_the_payment_made()
    {
        var request = new CoinflowCardPaymentRequest { Subtotal = CoinflowMoney.FromAmount(10.98m), Card = Card };

        var challenge = (await Client.PayByCardAsync(Session, request)).Should().BeOfType<CoinflowChallengeRequired>().Subject;
        challenge.Url!.IsLoopback.Should().BeTrue();
        var paid = await Client.PayByCardAsync(Session, request with { Authentication3DS = CoinflowAuthentication3DS.After(challenge) });

        paid.Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.PayByCardAsync(Session, request with { Authentication3DS = CoinflowAuthentication3DS.After(challenge) }))
            .Should().BeOfType<CoinflowChallengeRequired>("a challenge counts once");
    }

    [Test]
    public async Task Saved_cards_pay_again_and_unknown_ones_are_refused()
    {
        var first = await PayAsync();

        (await Client.PayBySavedCardAsync(Session, new() { Subtotal = Price, Token = "tok" })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.CheckCardAsync(Session, new() { Card = Card })).Should().BeOfType<CoinflowAcceptedPayment>().Which.AuthorizationExpiration.Should().NotBeNull();
        (await Client.PayByCardOnFileAsync(Ada, new() { Subtotal = Price, OriginalPaymentId = first })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.PayMerchantInitiatedAsync(Ada, new() { Subtotal = Price, OriginalPaymentId = first })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.PayMerchantInitiatedAsync(Ada, new() { SubscriptionPlanCode = "gold" })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.IsCardOnFileAuthorizedAsync(Ada, "tok")).Should().BeTrue();
        await Client.Awaiting(client => client.PayByCardOnFileAsync(Ada, new() { Subtotal = Price, OriginalPaymentId = "none" }))
            .Should().ThrowAsync<CoinflowRefusedException>().Where(exception => exception.Refusal == CoinflowRefusal.CardMustBeRevalidated);
    }

    [Test]
    public async Task Every_other_method_tells_the_payer_what_to_do()
    {
        (await Client.PayByAchAsync(Session, new() { Subtotal = CoinflowMoney.FromCents(500), Token = "bank" })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.PayByPixAsync(Session, new() { Subtotal = Price, Email = "ada@example.com" })).Should().BeOfType<CoinflowPixPayment>().Which.Quote.Should().Be(Price);
        (await Client.PayByIbanAsync(Session, new() { Subtotal = Price, Token = "t" })).Should().BeOfType<CoinflowIbanPayment>().Which.Address!.Country.Should().Be("US");
        (await Client.PayByIbanAsync(Session, new() { Subtotal = Price, Data = new() { ["iban"] = "DE" } })).Should().BeOfType<CoinflowIbanPayment>();
        (await Client.PayByWireAsync(Session, new() { Subtotal = Price, Data = new() { ["a"] = 1 } })).Should().BeOfType<CoinflowWirePayment>().Which.AccountNumber.Should().NotBeEmpty();
        (await Client.PayByInteracAsync(Session, new() { Subtotal = Price, FirstName = "A", LastName = "L", Email = "a@example.com" }))
            .Should().BeOfType<CoinflowInteracPayment>().Which.Email.Should().Be("a@example.com");
        (await Client.PayByCashAppAsync(Session, new() { Subtotal = Price })).Should().BeOfType<CoinflowCashAppPayment>().Which.CashAppLink.Should().Be("https://cash.app/simulator");
        (await Client.PayByApaAsync(Session, new() { Subtotal = Price, CredentialType = "PHONE", CredentialValue = "1" })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.PayByPayPalAsync(Session, new() { Subtotal = Price })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.PayByVenmoAsync(Session, new() { Subtotal = Price, Token = "t" })).Should().BeOfType<CoinflowAcceptedPayment>();
        (await Client.PayByCryptoAsync(Ada, new() { Subtotal = Price, Email = "a@example.com", Chain = "base", Token = "USDC" }))
            .Should().BeOfType<CoinflowCryptoPayment>().Which.PaymentAmount.Should().Be(1.5m);
        (await Client.ListCryptoChainsAsync(new() { Subtotal = Price })).Single().Name.Should().Be("base");

        var payments = await ReadAsync(Client.ListPaymentsAsync(new()));
        payments.Should().HaveCount(11).And.OnlyContain(payment => !payment.Status.IsFinal && payment.Method != null);
    }

    [Test]
    public async Task The_sandbox_settles_and_fails_what_waits(CancellationToken cancellationToken)
    {
        var settled = ((CoinflowStartedPayment)await Client.PayByPixAsync(Session, new() { Subtotal = Price, Email = "a@example.com" }, cancellationToken)).PaymentId;
        var failed = ((CoinflowStartedPayment)await Client.PayByAchAsync(Session, new() { Subtotal = CoinflowMoney.FromCents(500), Token = "t" }, cancellationToken)).PaymentId;

        await Client.SettleSandboxPaymentAsync(settled, cancellationToken);
        await Client.FailSandboxPaymentAsync(failed, cancellationToken);

        (await Client.GetPaymentAsync(settled, cancellationToken)).PixInfo!.Status.Should().Be(CoinflowPaymentStatus.Settled);
        (await Client.GetPaymentAsync(failed, cancellationToken)).BankTransferInfo!.Status.Should().Be(CoinflowPaymentStatus.Failed);
        (await ReadAsync(Client.ListAchReturnsAsync(cancellationToken))).Single().PaymentId.Should().Be(failed);
    }

    [Test]
    public async Task Prices_sessions_and_tokens_are_told()
    {
        var totals = await Client.GetTotalsAsync(Session, new() { Subtotal = Price });
        (totals.Card!.Total, totals.Card.Settlement!.Total, totals.Card.ExchangeRate, totals.Venmo).Should().Be((Price, Price, 1m, null));
        var fees = await Client.GetFeesAsync(Session, new() { Subtotal = Price });
        (fees.Ach!.Count, fees.Card![0].FxFee!.Cents, fees.Pix![0].Description).Should().Be((1, 0L, "Pix"));
        (await Client.CreateCheckoutTokenAsync(new() { Subtotal = Price })).CheckoutJwtToken.Should().NotBeEmpty();
        (await Client.CreateDestinationAuthKeyAsync("base", "0x1")).Key.Should().NotBeEmpty();
        (await Client.GetWalletMessageAsync(CoinflowPayer.ForWallet("0x1", "base"))).Message.Should().Contain("0x1");
        (await Client.VerifySessionAsync(Session)).Should().BeTrue();
        (await Client.VerifySessionAsync(new("another.key"))).Should().BeFalse();
    }

    [Test]
    public async Task Wrong_credentials_wrong_fields_and_scripted_refusals_are_answered_as_coinflow_does()
    {
        var wrong = Options();
        wrong.ApiKey = "coinflow_sandbox_other";
        using var other = new CoinflowClient(wrong);
        await other.Awaiting(client => client.ListPlansAsync()).Should().ThrowAsync<CoinMoebiusAuthenticationException>();
        await Client.Awaiting(client => client.ListPayerPaymentsAsync(new("none"))).Should().ThrowAsync<CoinMoebiusAuthenticationException>();

        var invalid = await Client.Awaiting(client => client.RefundPaymentAsync("p", new() { RefundReason = "because" })).Should().ThrowAsync<CoinflowValidationException>();
        invalid.Which.Fields.Should().ContainKey("requestBody.refundReason");

        Simulator.RefuseNext(451, """{"verification":{"reference":"r","status":"pending","vendor":"persona"},"verificationLink":"https://verify.example/"}""");
        (await Client.PayByCardAsync(Session, new() { Subtotal = Price, Card = Card })).Should().BeOfType<CoinflowVerificationRequired>()
            .Which.VerificationLink.Should().Be("https://verify.example/");
        (await Client.PayByCardAsync(Session, new() { Subtotal = Price, Card = Card })).Should().BeOfType<CoinflowAcceptedPayment>();

        Simulator.Invoking(simulator => simulator.RefuseNext(200)).Should().Throw<ArgumentOutOfRangeException>();
        using var raw = new HttpClient { BaseAddress = Simulator.BaseAddress };
        raw.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "coinflow_sandbox_simulator");
        (await raw.GetAsync("merchant/payments?page=1")).StatusCode.Should().Be(HttpStatusCode.BadRequest, "page needs limit");
        (await raw.PostAsync("checkout/jwt-token", new StringContent("[1"))).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Test]
    public async Task It_runs_without_sockets_too()
    {
        await using var simulator = new CoinflowSimulator(new() { Seed = 1 });
        using var http = simulator.CreateClient();
        var options = Options();
        options.BaseAddress = simulator.BaseAddress;
        using var client = new CoinflowClient(http, options);

        var link = await client.CreateCheckoutLinkAsync(Ada, new() { Subtotal = Price });

        link.Link!.IsLoopback.Should().BeTrue();
        simulator.Provider.Should().Be(PaymentProvider.Coinflow);
    }
}
