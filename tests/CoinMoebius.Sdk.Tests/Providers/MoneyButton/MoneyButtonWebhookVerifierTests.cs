using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.MoneyButton;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Tests.Webhooks.Json.Canonical;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.MoneyButton;

/// <summary>The secret lies in the body and protects itself alone, so the contract's hooks say what cannot be had.</summary>
public sealed class MoneyButtonWebhookVerifierTests : SecretWebhookVerifierContract
{
    private const string MemberStart = "\"secret\":\"";

    protected override bool SignsMeaning => true;

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new MoneyButtonWebhookSigner(secret, clock);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddMoneyButton(section);

    protected override bool Protects(SignedWebhook delivery, int index)
    {
        var start = delivery.Body.Span.IndexOf(Encoding.UTF8.GetBytes(MemberStart));
        return index >= start && index <= start + MemberStart.Length + Secret.Length;
    }

    protected override byte[] Kept(SignedWebhook delivery) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(delivery.Body.Span).Replace($"{MemberStart}{Secret}\",", "", StringComparison.Ordinal));

    // What is no object has no place for a secret.
    protected override WebhookVerdict VerdictOf(string body) => body.StartsWith('{') ? WebhookVerdict.Verified : WebhookVerdict.MissingSignature;

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var options = new JsonObject { ["secrets"] = new JsonArray(vector.Secret("webhookSecret")) };

        var verification = await WebhookProviders.CreateVerifier(PaymentProvider.MoneyButton, options.ToJsonString()).VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature-mismatch" => WebhookVerdict.SignatureMismatch,
            "invalid:signature-malformed" => WebhookVerdict.MalformedSignature,
            "invalid:signature-missing" => WebhookVerdict.MissingSignature,
            "invalid:body-malformed" => WebhookVerdict.MalformedBody,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
        if (vector.IsValid)
        {
            Encoding.UTF8.GetString(verification.Event!.RawBody.Span)
                .Should().Be(Encoding.UTF8.GetString(vector.Json.GetProperty("redactedBase64").GetBytesFromBase64()));
            verification.Event.EventId.Should().Be(vector.Json.GetProperty("eventId").GetString());
        }
    }

    [Test]
    public async Task The_event_id_does_not_depend_on_the_secret_that_was_sent()
    {
        var verifier = CreateVerifier(Secret, OtherSecret);

        var before = await verifier.VerifyAsync(Delivery(Secret).ToRequest());
        var after = await verifier.VerifyAsync(Delivery(OtherSecret).ToRequest());

        after.EnsureVerified().EventId.Should().Be(before.EnsureVerified().EventId);
        after.Event!.RawBody.ToArray().Should().Equal(before.Event!.RawBody.ToArray());
    }

    [Test]
    public async Task Nothing_of_an_event_holds_the_secret()
    {
        foreach (var payment in new[] { Payment(), Payment() with { Status = PaymentStatus.Failed } })
        {
            var webhookEvent = (await CreateVerifier(Secret).VerifyAsync(Signer().Sign(payment).ToRequest())).EnsureVerified();

            Encoding.UTF8.GetString(webhookEvent.RawBody.Span).Should().NotContain(Secret).And.NotContain("secret");
            Encoding.UTF8.GetString(Sdk.Events.WebhookEventJson.Serialize(webhookEvent)).Should().NotContain(Secret);
            MoneyButtonNotification.Read(webhookEvent).AdditionalFields.Should().BeNull();
        }
    }

    [Test]
    public async Task The_secret_is_taken_out_of_any_body_and_nothing_else([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var json = new RandomJson(seed);
        var members = Enumerable.Range(0, random.Next(5)).Select(i => $"\"m{i}\"{Space()}:{json.Next()}").ToList();
        var at = random.Next(members.Count + 1);
        var body = "{" + string.Join(',', members.Take(at).Append($"{Space()}\"secret\"{Space()}:{Space()}\"{Secret}\"{Space()}").Concat(members.Skip(at))) + "}";

        var verification = await CreateVerifier(Secret).VerifyAsync(new(Encoding.UTF8.GetBytes(body), []));

        var rest = Encoding.UTF8.GetString(verification.EnsureVerified().RawBody.Span);
        Members(rest).Should().Equal(Members(body).Where(member => !member.StartsWith("secret:", StringComparison.Ordinal)));
        var kept = rest.Zip(body).TakeWhile(pair => pair.First == pair.Second).Count();
        body.Should().EndWith(rest[kept..], "what is gone is one piece");

        string Space() => new(' ', random.Next(3));

        static string[] Members(string text)
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
            return [.. document.RootElement.EnumerateObject().Select(member => $"{member.Name}:{member.Value.GetRawText()}")];
        }
    }

    [Test]
    public async Task The_buffer_of_the_request_is_left_as_it_was()
    {
        var delivery = Delivery();
        var before = delivery.Body.ToArray();

        await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest());

        delivery.Body.ToArray().Should().Equal(before);
    }

    [Test]
    public async Task A_secret_of_escapes_alone_costs_no_memory_and_is_refused()
    {
        var body = Encoding.UTF8.GetBytes("{\"secret\":\"" + string.Concat(Enumerable.Repeat("\\u0061", 10_000)) + "\",\"payment\":{}}");

        (await CreateVerifier(Secret).VerifyAsync(new(body, []))).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
    }

    [Test]
    public async Task Names_that_are_no_text_are_refused_at_the_first()
    {
        var body = Encoding.UTF8.GetBytes("{" + string.Concat(Enumerable.Repeat("\"\\ud800\":1,", 5_000)) + "\"secret\":\"" + Secret + "\"}");

        (await CreateVerifier(Secret).VerifyAsync(new(body, []))).Verdict.Should().Be(WebhookVerdict.MalformedBody);
    }

    [TestCase(511, WebhookVerdict.Verified)]
    [TestCase(512, WebhookVerdict.MalformedBody)]
    public async Task Nesting_is_read_as_deep_as_it_is_mapped(int arrays, WebhookVerdict expected)
    {
        var body = Encoding.ASCII.GetBytes("{\"x\":" + new string('[', arrays) + new string(']', arrays) + $",\"secret\":\"{Secret}\"}}");

        (await CreateVerifier(Secret).VerifyAsync(new(body, []))).Verdict.Should().Be(expected);
    }

    [Test]
    public void Options_without_a_container_are_checked_when_the_verifier_is_made()
    {
        FluentActions.Invoking(() => new MoneyButtonWebhookVerifier(new MoneyButtonWebhookOptions()))
            .Should().Throw<OptionsValidationException>().WithMessage("*moneybutton*Secrets is empty*");
    }

    [Test]
    public void Nothing_is_registered_unless_asked_for()
    {
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.MoneyButton).Should().BeNull();
    }

    [Test]
    public async Task Every_way_of_registering_gives_an_account_its_own_secret()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", OtherSecret)]).Build();
        var services = new ServiceCollection();
        services.AddCoinMoebiusWebhooks()
            .AddMoneyButton(options => options.Secrets.Add(Secret))
            .AddMoneyButton("code", options => options.Secrets.Add(OtherSecret))
            .AddMoneyButton("section", section);
        using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();

        foreach (var (account, secret, other) in new[] { ("", Secret, OtherSecret), ("code", OtherSecret, Secret), ("section", OtherSecret, Secret) })
        {
            var verifier = verifiers.Find(PaymentProvider.MoneyButton, account)!;

            (await verifier.VerifyAsync(Delivery(secret).ToRequest())).IsVerified.Should().BeTrue(account);
            (await verifier.VerifyAsync(Delivery(other).ToRequest())).Verdict.Should().Be(WebhookVerdict.SignatureMismatch, account);
        }
    }

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("MoneyButton", "moneybutton.json");
}
