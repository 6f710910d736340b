using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.DodoPayments;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.DodoPayments;

public sealed class DodoPaymentsWebhookVerifierTests : SecretWebhookVerifierContract
{
    protected override TimeSpan? PastTolerance => TimeSpan.FromMinutes(5);

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new DodoPaymentsWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddDodoPayments(section);

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var verifier = WebhookProviders.CreateVerifier(
            PaymentProvider.DodoPayments, $$"""{"secrets":["{{vector.Secret("webhookSecret")}}"]}""", new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        // The libraries look at the time first, so a vector may have another fault beside.
        var named = vector.Json.TryGetProperty("verdict", out var verdict) ? verdict.GetString() : null;
        verification.Verdict.ToString().Should().Be(named ?? vector.Expectation switch
        {
            "valid" => vector.Body() is [(byte)'{', ..] ? "Verified" : "MalformedBody",
            "invalid:signature" or "invalid:signature-mismatch" => "SignatureMismatch",
            "invalid:timestamp" => "TimestampOutOfTolerance",
            "invalid:header-missing" or "invalid:signature-missing" => "MissingSignature",
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
    }

    [Test]
    public async Task The_id_of_the_event_is_that_of_the_message()
    {
        var signer = new DodoPaymentsWebhookSigner(Secret, Clock);

        var first = await CreateVerifier(Secret).VerifyAsync(signer.Sign(Payment() with { EventId = "msg_1" }).ToRequest());

        first.Event!.EventId.Should().Be("msg_1");
        first.Event.OccurredAt.Should().Be(Clock.Now);
    }

    [Test]
    public async Task The_reference_and_the_buyer_come_back()
    {
        var payment = (PaymentEvent)(await CreateVerifier(Secret).VerifyAsync(Delivery().ToRequest())).Event!;

        payment.Reference.Should().Be("order-7");
        payment.CustomerRef.Should().Be("user_42");
        payment.Metadata.Should().Contain("city", "İstanbul").And.Contain("checkoutSessionId", "cks_" + payment.PaymentId);
    }

    [Test]
    public async Task A_refund_says_whether_it_was_all()
    {
        var verifier = CreateVerifier(Secret);
        var refund = Payment() with { Status = PaymentStatus.Refunded };

        foreach (var (moved, partial) in new[] { (5m, "true"), (19.99m, "false") })
        {
            var refunded = (PaymentEvent)(await verifier.VerifyAsync(Signer().Sign(refund with { MovedAmount = moved }).ToRequest())).Event!;

            refunded.Amount.Should().Be(moved);
            refunded.Metadata.Should().Contain("partial", partial).And.ContainKey("refundId");
        }
    }

    [Test]
    public void Public_keys_do_not_belong_here() =>
        FluentActions.Invoking(() => new DodoPaymentsWebhookVerifier(
                new DodoPaymentsWebhookOptions { Secrets = { "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=" } }))
            .Should().Throw<OptionsValidationException>().WithMessage("*dodopayments*Secrets[0]*public key*whsec_*");

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        FluentActions.Invoking(() => new DodoPaymentsWebhookVerifier(new DodoPaymentsWebhookOptions { Secrets = { "whsec_!!!!" } }))
            .Should().Throw<OptionsValidationException>().WithMessage("*not base64*");
        FluentActions.Invoking(() => new DodoPaymentsWebhookVerifier(
                new DodoPaymentsWebhookOptions { Secrets = { Secret }, Tolerance = TimeSpan.FromSeconds(-1) }))
            .Should().Throw<OptionsValidationException>().WithMessage("*Tolerance*");
    }

    private static IEnumerable<TestCaseData> Vectors() =>
        new[] { "dodopayments.json", "dodopayments-sdk.json", "dodopayments-large.json" }.SelectMany(file => Vector.Load("DodoPayments", file));
}
