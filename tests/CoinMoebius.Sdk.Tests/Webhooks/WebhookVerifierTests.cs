using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>What <see cref="WebhookVerifier{TOptions}"/> and its registration do for a provider that the SDK does not know.</summary>
public sealed class WebhookVerifierTests
{
    private const string Secret = "acme_5f0c2d9be1774a38";

    private static readonly PaymentProvider Acme = new("acme");

    [Test]
    public async Task A_mapper_gets_the_json_and_its_event_the_provider_and_the_body()
    {
        var request = Request("""{"id":"evt_1"}""");

        var verification = await Verify(request, root => Payment(root.GetProperty("id").GetString()!));

        var payment = verification.EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;
        payment.EventId.Should().Be("evt_1");
        payment.Provider.Should().Be(Acme, "an event of this verifier is no other provider's");
        payment.RawBody.ToArray().Should().Equal(request.Body.ToArray());
    }

    [Test]
    public async Task An_event_without_an_id_gets_one_of_its_body()
    {
        var first = (await Verify(Request("""{"n":1}"""), _ => Payment(""))).EnsureVerified();
        var second = (await Verify(Request("""{"n":2}"""), _ => Payment(null!))).EnsureVerified();
        var again = (await Verify(Request("""{"n":2}"""), _ => Payment(""))).EnsureVerified();

        first.EventId.Should().MatchRegex("^sha256:[0-9a-f]{32}$").And.NotBe(second.EventId);
        again.EventId.Should().Be(second.EventId);
    }

    private static readonly Func<JsonElement, WebhookEvent>[] Defeated =
    [
        root => Payment(root.GetProperty("absent").GetString()!),
        root => Payment(root.GetProperty("number").GetString()!),
        root => Payment(root.GetProperty("lone").GetString()!),
        root => Payment("evt_1") with { Amount = decimal.Parse(root.GetProperty("text").GetString()!, System.Globalization.CultureInfo.InvariantCulture) },
        root => Payment("evt_1") with { Amount = root.GetProperty("number").GetDecimal() },
        root => Payment("evt_1") with { OccurredAt = DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("far").GetInt64()) },
        root => Payment("evt_1") with { Status = new(root.GetProperty("nothing").GetString()!) },
        root => Payment("evt_1") with { Amount = checked((int)root.GetProperty("far").GetInt64()) },
        _ => null!,
    ];

    [TestCaseSource(nameof(Defeated))]
    public async Task An_authentic_event_that_defeats_the_mapper_is_unmapped(Func<JsonElement, WebhookEvent> map)
    {
        var request = Request("""{"number":1e99,"lone":"\ud800","text":"one","far":999999999999999,"nothing":null}""");

        var unmapped = (await Verify(request, map)).EnsureVerified().Should().BeOfType<UnmappedEvent>().Subject;

        unmapped.Provider.Should().Be(Acme);
        unmapped.EventId.Should().StartWith("sha256:");
        unmapped.RawBody.ToArray().Should().Equal(request.Body.ToArray());
    }

    [Test]
    public async Task A_fault_of_the_mapper_itself_shows() =>
        await FluentActions.Awaiting(async () => await Verify(Request("{}"), _ => throw new NotSupportedException("a fault")))
            .Should().ThrowAsync<NotSupportedException>();

    [Test]
    public async Task A_body_that_is_no_json_is_malformed() =>
        (await Verify(Request("{"), _ => Payment("evt_1"))).Verdict.Should().Be(WebhookVerdict.MalformedBody);

    [Test]
    public async Task Test_mode_counts_only_where_the_options_accept_it()
    {
        var options = new AcmeOptions { AcceptTest = false };
        options.Secrets.Add(Secret);
        var verifier = new AcmeVerifier(options, _ => Payment("evt_1") with { IsTest = true });

        var refused = (await verifier.VerifyAsync(Request("{}"))).EnsureVerified();
        options.AcceptTest = true;
        var accepted = (await verifier.VerifyAsync(Request("{}"))).EnsureVerified();

        refused.Should().BeOfType<UnmappedEvent>().Which.EventId.Should().Be("refused:evt_1");
        accepted.Should().BeOfType<PaymentEvent>();
    }

    [Test]
    public async Task A_registered_verifier_reads_its_options_anew_for_each_account()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Main:Secrets:0", "another_secret_of_acme"), new("Eu:Secrets:0", Secret)]).Build();
        var services = new ServiceCollection();
        Add(services.AddCoinMoebiusWebhooks(), "", configuration.GetSection("Main"));
        Add(services.AddCoinMoebiusWebhooks(), "eu", configuration.GetSection("Eu"));
        await using var provider = services.BuildServiceProvider();
        var verifiers = provider.GetRequiredService<IWebhookVerifiers>();
        var request = Request("{}");

        (await verifiers.Find(Acme, "eu")!.VerifyAsync(request)).IsVerified.Should().BeTrue();
        (await verifiers.Find(Acme)!.VerifyAsync(request)).Verdict.Should().Be(WebhookVerdict.SignatureMismatch);
        configuration["Main:Secrets:0"] = Secret;
        configuration.Reload();
        (await verifiers.Find(Acme)!.VerifyAsync(request)).IsVerified.Should().BeTrue();
    }

    [Test]
    public void Start_up_validates_the_options_of_a_registered_verifier()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", "changeme"), new("Tolerance", "-00:00:01")]).Build();
        var services = new ServiceCollection();
        Add(services.AddCoinMoebiusWebhooks(), "eu", configuration);

        FluentActions.Invoking(() => services.BuildServiceProvider().GetRequiredService<IStartupValidator>().Validate())
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(2)
            .And.Contain(failure => failure.StartsWith("acme webhooks (account \"eu\"): Secrets[0] is a placeholder", StringComparison.Ordinal))
            .And.Contain(failure => failure.StartsWith("acme webhooks (account \"eu\"): Tolerance is -00:00:01", StringComparison.Ordinal));
    }

    private static void Add(IWebhooksBuilder builder, string account, IConfiguration section) => builder.AddVerifier<AcmeOptions>(
        Acme, account, options => options.Bind(section), (options, timeProvider, _) => new AcmeVerifier(options, account, timeProvider));

    private static ValueTask<WebhookVerification> Verify(WebhookRequest request, Func<JsonElement, WebhookEvent> map)
    {
        var options = new AcmeOptions();
        options.Secrets.Add(Secret);
        return new AcmeVerifier(options, map).VerifyAsync(request);
    }

    private static PaymentEvent Payment(string eventId) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = eventId,
        EventType = "payment.paid",
        Status = PaymentStatus.Succeeded,
        PaymentId = "pay_1",
    };

    private static WebhookRequest Request(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(Secret));
        return new(bytes, new Dictionary<string, string> { ["Acme-Signature"] = Convert.ToBase64String(hmac.ComputeHash(bytes)) });
    }

    private sealed class AcmeOptions : WebhookOptions
    {
        public TimeSpan Tolerance { get; set; }

        protected internal override void Validate(ICollection<string> failures)
        {
            base.Validate(failures);
            ValidateTolerance(Tolerance, failures);
        }
    }

    private sealed class AcmeVerifier : WebhookVerifier<AcmeOptions>
    {
        private readonly Func<JsonElement, WebhookEvent> _map = _ => Payment("evt_1");

        public AcmeVerifier(AcmeOptions options, Func<JsonElement, WebhookEvent> map)
            : base(Acme, options) => _map = map;

        public AcmeVerifier(IOptionsMonitor<AcmeOptions> options, string account, TimeProvider timeProvider)
            : base(Acme, options, account, timeProvider)
        {
        }

        public override ValueTask<WebhookVerification> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
        {
            var verdict = request.GetSingleHeader("Acme-Signature", out var signature);
            verdict = verdict == WebhookVerdict.Verified
                ? WebhookSignatures.VerifyHmac(HashAlgorithmName.SHA256, Current.Secrets, request.Body.Span, signature)
                : verdict;
            return new(verdict == WebhookVerdict.Verified ? Map(request, _map) : WebhookVerification.Rejected(verdict));
        }
    }
}
