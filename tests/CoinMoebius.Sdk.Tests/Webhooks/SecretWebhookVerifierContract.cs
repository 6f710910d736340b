using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>What every verifier with shared secrets owes beside <see cref="WebhookVerifierContract"/>.</summary>
public abstract class SecretWebhookVerifierContract : WebhookVerifierContract
{
    [Test]
    public async Task Another_secret_does_not_match()
    {

        (await CreateVerifier(OtherSecret).VerifyAsync(Delivery().ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task White_space_that_was_copied_with_a_secret_is_no_part_of_it([Values("\n", "\r\n", " ", "\t", "\uFEFF", "\u00A0")] string blank)
    {
        (await CreateVerifier(Secret + blank).VerifyAsync(Delivery(Secret).ToRequest())).IsVerified.Should().BeTrue();
        (await CreateVerifier(blank + Secret).VerifyAsync(Delivery(Secret).ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public void White_space_inside_a_secret_fails_at_start_up_and_the_message_says_where()
    {
        var host = Host(Settings(Secret.Insert(9, " ")));

        host.Services.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate())
            .Should().Throw<OptionsValidationException>().WithMessage("*Secrets[0]*white space inside (U+0020 at character 10)*").Which.Message.Should().NotContain(Secret);
    }

    [Test]
    public async Task The_old_and_the_new_secret_pass_while_both_are_listed()
    {
        var verifier = CreateVerifier(Secret, OtherSecret);

        (await verifier.VerifyAsync(Delivery(Secret).ToRequest())).IsVerified.Should().BeTrue();
        (await verifier.VerifyAsync(Delivery(OtherSecret).ToRequest())).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task A_rotated_secret_counts_from_the_next_delivery_on_and_the_old_one_no_more()
    {
        var host = Host(Settings(Secret));
        (await host.Verifier.VerifyAsync(Delivery(Secret).ToRequest())).IsVerified.Should().BeTrue();

        host.Configure(Settings(OtherSecret));

        (await host.Verifier.VerifyAsync(Delivery(OtherSecret).ToRequest())).IsVerified.Should().BeTrue();
        (await host.Verifier.VerifyAsync(Delivery(Secret).ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public void An_unusable_secret_fails_at_start_up_and_is_not_printed([Values("", "   ", "abcd", null)] string? secret)
    {
        var host = Host(secret is null ? [] : Settings(Secret, secret));

        var failure = host.Services.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate())
            .Should().Throw<OptionsValidationException>().Which;

        failure.Message.Should().Contain("Secrets").And.Contain(Signer().Provider.Value).And.NotContain(Secret).And.NotContain("abcd");
    }

    [Test]
    public async Task A_secret_that_becomes_empty_stops_verification_instead_of_opening_it()
    {
        var host = Host(Settings(Secret));
        (await host.Verifier.VerifyAsync(Delivery().ToRequest())).IsVerified.Should().BeTrue();

        host.Invoking(it => it.Configure(Settings(Secret, ""))).Should().Throw<AggregateException>("the reload itself reports it");

        await host.Verifier.Awaiting(verifier => verifier.VerifyAsync(Delivery().ToRequest()).AsTask())
            .Should().ThrowAsync<OptionsValidationException>();
    }

    [Test]
    public async Task Secrets_show_in_no_text_of_the_outcome()
    {
        var verification = await CreateVerifier(OtherSecret).VerifyAsync(Delivery().ToRequest());

        verification.Invoking(outcome => outcome.EnsureVerified()).Should().Throw<WebhookVerificationException>()
            .Which.ToString().Should().NotContain(OtherSecret).And.NotContain(Secret);
    }
}
