using System.Net;
using CoinMoebius.Sdk.Coinflow;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

public sealed class CoinflowErrorTests
{
    private const string Challenge = """{"transactionId":"tx1","url":"https://acs.example/challenge","creq":"eyJ9"}""";

    private const string Verification = """
        {"verification":{"reference":"ref","status":"pending","vendor":"persona","name":"Ada","attested":true,"shareToken":"s","shareTokenStatus":"x","sessionToken":"t"},
         "verificationLink":"https://verify.example/","redirectLink":"https://shop.example/","rejectionReasons":["blurred"],
         "additionalVerificationLinks":[{"name":"Bob","link":"https://verify.example/bob","reference":"r2","vendor":"sumsub","sessionToken":"t2"}]}
        """;

    [TestCase(402, "", CoinflowRefusal.PaymentMethodUnavailable)]
    [TestCase(403, "\"feature off\"", CoinflowRefusal.NotAllowed)]
    [TestCase(409, "{}", CoinflowRefusal.Conflict)]
    [TestCase(410, """{"message":"expired","reason":"cvv"}""", CoinflowRefusal.CardMustBeRevalidated)]
    [TestCase(412, "0", CoinflowRefusal.CustomerUnknown)]
    [TestCase(412, Challenge, CoinflowRefusal.ChallengeRequired)]
    [TestCase(412, """{"message":"more"}""", CoinflowRefusal.DetailsRequired)]
    [TestCase(412, "", CoinflowRefusal.DetailsRequired)]
    [TestCase(417, "[1]", CoinflowRefusal.TransactionExpired)]
    [TestCase(423, "{}", CoinflowRefusal.CustomerBlocked)]
    [TestCase(426, "null", CoinflowRefusal.BicRequired)]
    [TestCase(428, "<html>", CoinflowRefusal.BankAccountMustBeVerified)]
    [TestCase(451, Verification, CoinflowRefusal.VerificationRequired)]
    [TestCase(503, "", CoinflowRefusal.Unconfirmed)]
    public async Task A_documented_status_is_a_typed_refusal_whatever_its_body(int status, string body, CoinflowRefusal refusal)
    {
        using var api = new CoinflowApi((HttpStatusCode)status, body);

        var thrown = await api.Client.Awaiting(client => client.VoidPaymentAsync("p")).Should().ThrowAsync<CoinflowRefusedException>();

        thrown.Which.Refusal.Should().Be(refusal);
        thrown.Which.StatusCode.Should().Be((HttpStatusCode)status);
        (thrown.Which.Challenge is not null).Should().Be(refusal == CoinflowRefusal.ChallengeRequired);
        (thrown.Which.Verification is not null).Should().Be(refusal == CoinflowRefusal.VerificationRequired);
    }

    [TestCase(400, typeof(CoinMoebiusValidationException))]
    [TestCase(401, typeof(CoinMoebiusAuthenticationException))]
    [TestCase(404, typeof(CoinMoebiusNotFoundException))]
    [TestCase(429, typeof(CoinMoebiusRateLimitException))]
    [TestCase(500, typeof(CoinMoebiusApiException))]
    public async Task Other_statuses_are_of_the_general_kinds(int status, Type kind)
    {
        using var api = new CoinflowApi((HttpStatusCode)status, """{"details":"x","debugId":"d"}""");

        var thrown = await api.Client.Awaiting(client => client.VoidPaymentAsync("p")).Should().ThrowAsync<CoinMoebiusApiException>();

        thrown.Which.Should().BeOfType(kind);
    }

    [Test]
    public async Task A_validation_names_its_fields_and_no_message_repeats_what_was_sent()
    {
        using var api = new CoinflowApi((HttpStatusCode)422, """
            {"message":"Validation Failed","details":{"requestBody.email":{"message":"invalid email","value":"secret@example.com"},"requestBody.x":"odd"},"debugId":"dbg-1"}
            """);

        var thrown = await api.Client.Awaiting(client => client.CreateCheckoutTokenAsync(new())).Should().ThrowAsync<CoinflowValidationException>();

        thrown.Which.Should().BeAssignableTo<CoinMoebiusValidationException>();
        thrown.Which.Fields.Should().Equal(new Dictionary<string, string> { ["requestBody.email"] = "invalid email", ["requestBody.x"] = "odd" });
        thrown.Which.DebugId.Should().Be("dbg-1");
        thrown.Which.ErrorMessage.Should().Be("Validation Failed");
        thrown.Which.ToString().Should().NotContain("secret@").And.NotContain(CoinflowApi.Key);
    }

    [TestCase("")]
    [TestCase("\"address required\"")]
    [TestCase("7")]
    [TestCase("[]")]
    public async Task A_validation_without_fields_has_none(string body)
    {
        using var api = new CoinflowApi((HttpStatusCode)422, body);

        var thrown = await api.Client.Awaiting(client => client.VoidPaymentAsync("p")).Should().ThrowAsync<CoinflowValidationException>();

        thrown.Which.Fields.Should().BeEmpty();
    }

    [Test]
    public async Task The_reason_is_there_for_programs_but_not_in_the_message()
    {
        using var api = new CoinflowApi(HttpStatusCode.Gone, """{"message":"card of Ada","reason":"revalidate 4242","debugId":"dbg"}""");

        var thrown = await api.Client.Awaiting(client => client.VoidPaymentAsync("p")).Should().ThrowAsync<CoinflowRefusedException>();

        (thrown.Which.Reason, thrown.Which.ErrorMessage, thrown.Which.DebugId).Should().Be(("revalidate 4242", "card of Ada", "dbg"));
        thrown.Which.ToString().Should().NotContain("4242").And.NotContain("Ada");
    }

    [Test]
    public async Task A_payment_that_needs_3ds_is_a_result_to_go_on_with()
    {
        using var api = new CoinflowApi((HttpStatusCode)412, Challenge);

        var result = await api.Client.PayByCardOnFileAsync(CoinflowCalls.Payer, new() { Subtotal = CoinflowCalls.Money, Token = "t" });

        var challenge = result.Should().BeOfType<CoinflowChallengeRequired>().Subject;
        (challenge.TransactionId, challenge.Url, challenge.Creq).Should().Be(("tx1", new Uri("https://acs.example/challenge"), "eyJ9"));
        CoinflowAuthentication3DS.After(challenge).Should().Be(new CoinflowAuthentication3DS { TransactionId = "tx1" });
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("http://acs.example/")]
    public async Task A_page_that_no_browser_should_open_is_not_handed_out(string url)
    {
        using var api = new CoinflowApi((HttpStatusCode)412, Challenge.Replace("https://acs.example/challenge", url, StringComparison.Ordinal));
        using var link = new CoinflowApi(HttpStatusCode.OK, $$"""{"link":"{{url}}"}""");

        var result = await api.Client.PayByCashAppAsync(CoinflowCalls.Session, new() { Subtotal = CoinflowCalls.Money });

        result.Should().BeOfType<CoinflowChallengeRequired>().Which.Url.Should().BeNull();
        await link.Client.Awaiting(client => client.CreateCheckoutLinkAsync(CoinflowCalls.Payer, new()))
            .Should().ThrowAsync<CoinMoebiusApiException>().WithMessage("*link*");
    }

    [Test]
    public async Task A_subscription_that_needs_a_verification_is_a_result_too()
    {
        using var api = new CoinflowApi((HttpStatusCode)451, Verification);

        var result = await api.Client.SubscribeAsync(CoinflowCalls.Session, new() { PlanCode = "gold", Token = "t" });

        var verification = result.Should().BeOfType<CoinflowVerificationRequired>().Subject;
        verification.VerificationLink.Should().Be("https://verify.example/");
        verification.Verification!.Status.Should().Be("pending");
        verification.AdditionalVerificationLinks!.Single().Link.Should().Be("https://verify.example/bob");
        verification.RejectionReasons.Should().Equal("blurred");
        verification.ToString().Should().Be("CoinflowVerificationRequired");
    }

    [Test]
    public async Task A_refusal_of_a_payment_is_an_exception()
    {
        using var api = new CoinflowApi((HttpStatusCode)423);

        await api.Client.Awaiting(client => client.PayByCardAsync(CoinflowCalls.Session, new() { Subtotal = CoinflowCalls.Money, Card = CoinflowCalls.Card }))
            .Should().ThrowAsync<CoinflowRefusedException>().Where(exception => exception.Refusal == CoinflowRefusal.CustomerBlocked);
    }

    [TestCase("{}")]
    [TestCase("""{"paymentId":""}""")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task A_payment_without_an_id_is_no_payment(string body)
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, body);

        await api.Client.Awaiting(client => client.PayBySavedCardAsync(CoinflowCalls.Session, new() { Subtotal = CoinflowCalls.Money, Token = "t" }))
            .Should().ThrowAsync<CoinMoebiusApiException>();
    }

    [TestCase("\"RefundPipeline1\"", "RefundPipeline1")]
    [TestCase("17", "17")]
    [TestCase("""{"jobId":18}""", "18")]
    [TestCase("""{"jobId":"j"}""", "j")]
    [TestCase("", "")]
    public async Task A_job_comes_in_any_shape(string body, string id)
    {
        using var api = new CoinflowApi(HttpStatusCode.OK, body);

        (await api.Client.RefundPaymentAsync("p", new() { RefundReason = "other" })).JobId.Should().Be(id);
    }

    [TestCase(HttpStatusCode.NoContent, "")]
    [TestCase(HttpStatusCode.OK, "")]
    [TestCase(HttpStatusCode.OK, "null")]
    [TestCase(HttpStatusCode.NotFound, "{}")]
    public async Task A_payment_that_is_not_known_is_not_found_however_the_api_says_so(HttpStatusCode status, string body)
    {
        using var api = new CoinflowApi(status, body);

        await api.Client.Awaiting(client => client.GetPaymentAsync("p")).Should().ThrowAsync<CoinMoebiusNotFoundException>();
    }

    [Test]
    public async Task A_session_that_does_not_count_is_no_failure()
    {
        using var refused = new CoinflowApi(HttpStatusCode.Unauthorized);
        using var good = new CoinflowApi(HttpStatusCode.OK);

        (await refused.Client.VerifySessionAsync(CoinflowCalls.Session)).Should().BeFalse();
        (await good.Client.VerifySessionAsync(CoinflowCalls.Session)).Should().BeTrue();
    }
}
