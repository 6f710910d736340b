using System.Globalization;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>What every verifier owes, whatever its provider. A provider's fixture inherits it and says how its deliveries are made.</summary>
public abstract partial class WebhookVerifierContract
{
    protected const string Secret = "whsec_c2lnbmluZy1zZWNyZXQtMDE=";
    protected const string OtherSecret = "whsec_c2lnbmluZy1zZWNyZXQtMDI=";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    protected FixedClock Clock { get; } = new();

    protected abstract IWebhookSigner CreateSigner(string secret, TimeProvider clock);

    protected abstract void Register(IWebhooksBuilder builder, IConfiguration section);

    /// <summary>The configuration of a verifier that accepts any of the secrets.</summary>
    protected virtual Dictionary<string, string?> Settings(params string[] secrets) =>
        secrets.Select((secret, i) => KeyValuePair.Create($"Secrets:{i}", (string?)secret)).ToDictionary();

    /// <summary>The scheme has a secret that both sides share.</summary>
    protected virtual bool HasSecrets => true;

    /// <summary>The scheme signs the time of sending; the tolerance is five minutes unless said.</summary>
    protected virtual TimeSpan? PastTolerance => null;

    protected virtual TimeSpan? FutureTolerance => PastTolerance;

    /// <summary>What is signed is the text's meaning, so white space around it does not count.</summary>
    protected virtual bool SignsMeaning => false;

    /// <summary>Whether a byte of the body is protected: every one where the body is signed, the secret's alone where it only lies in it.</summary>
    protected virtual bool Protects(SignedWebhook delivery, int index) => true;

    /// <summary>What must still hold after a byte was changed that the scheme does not protect.</summary>
    protected virtual Task ShouldBeHarmlessAsync(IWebhookVerifier verifier, SignedWebhook genuine, SignedWebhook changed) => Task.CompletedTask;

    /// <summary>Where a delivery proves itself, by name: its headers, or the query of its URL for a scheme that uses no header.</summary>
    protected virtual IReadOnlyDictionary<string, string> Proof(SignedWebhook delivery) => delivery.Headers;

    /// <summary>The delivery with another proof.</summary>
    protected virtual WebhookRequest WithProof(SignedWebhook delivery, IEnumerable<KeyValuePair<string, string>> proof) => new(delivery.Body, proof);

    /// <summary>The names of the proof count in any case, as those of headers do.</summary>
    protected virtual bool ProofNamesIgnoreCase => true;

    /// <summary>What a payment becomes is known: not of a scheme that services of any kind share.</summary>
    protected virtual bool MapsPayments => true;

    /// <summary>What is kept of a body: all of it, except a secret that lies in it.</summary>
    protected virtual byte[] Kept(SignedWebhook delivery) => delivery.Body.ToArray();

    /// <summary>What an event has as its body: what was signed, or that with the signature in it.</summary>
    protected virtual string RawText(SignedWebhook delivery, string body) => body;

    /// <summary>What becomes of a body that is well formed and not made from a payment: authentic, where any body can be signed.</summary>
    protected virtual WebhookVerdict VerdictOf(string body) => WebhookVerdict.Verified;

    /// <summary>Verifies; a provider that must ask the network first counts "cannot tell now" as not accepted.</summary>
    protected virtual async Task<bool> IsAcceptedAsync(IWebhookVerifier verifier, WebhookRequest request) =>
        (await verifier.VerifyAsync(request)).IsVerified;

    protected IWebhookVerifier CreateVerifier(params string[] secrets) => Host(Settings(secrets)).Verifier;

    protected SignedWebhook Delivery(string secret = Secret) => Signer(secret).Sign(Payment());

    protected TestPayment Payment() => new()
    {
        PaymentId = Signer().CreatePaymentId(42),
        Reference = "order-7",
        CustomerRef = "user_42",
        Metadata = new Dictionary<string, string> { ["city"] = "İstanbul" },
    };

    /// <summary>A payment whose event is another one; a provider that names its events after the payment needs another id.</summary>
    protected virtual TestPayment OtherPayment() => Payment() with { Amount = 20.99m };

    [Test]
    public async Task A_genuine_delivery_is_verified_and_mapped()
    {
        var delivery = Delivery();

        var verification = await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest());

        verification.Verdict.Should().Be(WebhookVerdict.Verified);
        var webhookEvent = verification.EnsureVerified();
        webhookEvent.Provider.Should().Be(delivery.Provider);
        webhookEvent.EventId.Should().NotBeNullOrWhiteSpace();
        webhookEvent.RawBody.ToArray().Should().Equal(Kept(delivery));
        if (!MapsPayments)
        {
            webhookEvent.Should().BeOfType<UnmappedEvent>();
            return;
        }

        var payment = webhookEvent.Should().BeOfType<PaymentEvent>().Subject;
        payment.Status.Should().Be(PaymentStatus.Succeeded);
        payment.PaymentId.Should().Be(Payment().PaymentId);
    }

    [Test]
    public async Task Every_status_of_the_signer_comes_back_as_that_status()
    {
        var verifier = CreateVerifier(Secret);
        foreach (var status in Signer().Statuses)
        {
            var verification = await verifier.VerifyAsync(Signer().Sign(Payment() with { Status = status, MovedAmount = status == PaymentStatus.Refunded ? null : 5m }).ToRequest());

            verification.EnsureVerified().Should().BeOfType<PaymentEvent>(status.Value).Which.Status.Should().Be(status);
            ((PaymentEvent)verification.Event!).PaymentId.Should().NotBeNullOrEmpty();
        }
    }

    [Test]
    public async Task No_byte_of_the_body_can_be_changed()
    {
        var delivery = Delivery();
        var verifier = CreateVerifier(Secret);
        for (var i = 0; i < delivery.Body.Length; i++)
        {
            var body = delivery.Body.ToArray();
            body[i] ^= 1;

            var changed = delivery with { Body = body };
            if (Protects(delivery, i))
            {
                (await IsAcceptedAsync(verifier, changed.ToRequest())).Should().BeFalse("byte {0} was changed", i);
            }
            else
            {
                await ShouldBeHarmlessAsync(verifier, delivery, changed);
            }
        }
    }

    [Test]
    public async Task No_character_of_a_signature_header_can_be_changed()
    {
        var delivery = Delivery();
        var verifier = CreateVerifier(Secret);
        foreach (var (name, value) in Proof(delivery))
        {
            for (var i = 0; i < value.Length; i++)
            {
                var changed = value.ToCharArray();
                changed[i] ^= (char)1;
                var proof = Proof(delivery).ToDictionary();
                proof[name] = new string(changed);

                (await IsAcceptedAsync(verifier, WithProof(delivery, proof))).Should().BeFalse("character {0} of {1} was changed", i, name);
            }
        }
    }

    [Test]
    public async Task Nothing_can_be_added_to_or_taken_from_the_body()
    {
        var delivery = Delivery();
        var body = delivery.Body.ToArray();
        var text = Encoding.UTF8.GetString(body);
        var verifier = CreateVerifier(Secret);
        var changed = new Dictionary<string, byte[]>
        {
            ["byte order mark"] = [0xEF, 0xBB, 0xBF, .. body],
            ["last byte gone"] = body[..^1],
            ["first byte gone"] = body[1..],
            ["twice"] = [.. body, .. body],
            ["zero byte"] = [.. body, 0],
            ["broken UTF-8"] = [.. body, 0xFF],
            ["empty"] = [],
            ["UTF-16"] = Encoding.Unicode.GetBytes(text),
        };
        if (!SignsMeaning)
        {
            changed["trailing line feed"] = [.. body, (byte)'\n'];
            changed["trailing CRLF"] = [.. body, (byte)'\r', (byte)'\n'];
            changed["leading blank"] = [(byte)' ', .. body];
            changed["printed anew"] = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
                JsonSerializer.Deserialize<JsonElement>(body), Indented));
        }

        foreach (var (what, other) in changed)
        {
            (await IsAcceptedAsync(verifier, (delivery with { Body = other }).ToRequest())).Should().BeFalse(what);
        }
    }

    [Test]
    public async Task An_absent_or_blank_header_is_a_missing_signature([Values("absent", "", " ", "\t")] string value)
    {
        var delivery = Delivery();
        foreach (var name in Proof(delivery).Keys)
        {
            var proof = Proof(delivery).ToDictionary();
            proof[name] = value;
            if (value == "absent")
            {
                proof.Remove(name);
            }

            var verification = await CreateVerifier(Secret).VerifyAsync(WithProof(delivery, proof));

            verification.Verdict.Should().Be(WebhookVerdict.MissingSignature, name);
            verification.Event.Should().BeNull();
        }
    }

    [Test]
    public async Task A_header_that_comes_twice_is_malformed_even_when_both_are_right()
    {
        var delivery = Delivery();
        foreach (var (name, value) in Proof(delivery))
        {
            IEnumerable<KeyValuePair<string, string>> proof = [.. Proof(delivery), KeyValuePair.Create(name.ToLowerInvariant(), value)];

            (await CreateVerifier(Secret).VerifyAsync(WithProof(delivery, proof))).Verdict
                .Should().Be(WebhookVerdict.MalformedSignature, name);
        }
    }

    [Test]
    public async Task Header_names_count_in_any_case()
    {
        var delivery = Delivery();
        foreach (var change in new Func<string, string>[] { name => name.ToLowerInvariant(), name => name.ToUpperInvariant() })
        {
            var proof = Proof(delivery).ToDictionary(pair => change(pair.Key), pair => pair.Value);

            (await CreateVerifier(Secret).VerifyAsync(WithProof(delivery, proof))).IsVerified
                .Should().Be(ProofNamesIgnoreCase || Proof(delivery).Keys.All(proof.ContainsKey));
        }
    }

    [Test]
    public async Task Overlong_and_odd_headers_are_refused_without_an_exception()
    {
        var delivery = Delivery();
        string[] odd =
        [
            new('a', 100_000), new('=', 9_000), new(',', 9_000), "\0", "é", "\uD83D\uDE00", "t=1", "v1=", "=", "sha512=", "sha512", "-1", "null",
        ];
        foreach (var name in Proof(delivery).Keys)
        {
            foreach (var value in odd)
            {
                var proof = Proof(delivery).ToDictionary();
                proof[name] = value;

                (await IsAcceptedAsync(CreateVerifier(Secret), WithProof(delivery, proof))).Should().BeFalse();
            }
        }
    }

    [Test]
    public async Task The_edges_of_the_time_window_pass_and_a_second_more_does_not()
    {
        var delivery = Delivery();
        if (PastTolerance is not { } past || FutureTolerance is not { } future)
        {
            Clock.Now = FixedClock.Epoch.AddYears(1);
            (await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest())).IsVerified.Should().BeTrue("no time is signed");
            return;
        }

        var second = TimeSpan.FromSeconds(1);
        foreach (var (shift, verdict) in new[]
        {
            (past, WebhookVerdict.Verified), (-future, WebhookVerdict.Verified),
            (past + second, WebhookVerdict.TimestampOutOfTolerance), (-future - second, WebhookVerdict.TimestampOutOfTolerance),
        })
        {
            Clock.Now = FixedClock.Epoch + shift;

            (await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest())).Verdict.Should().Be(verdict, "{0} after signing", shift);
        }
    }

    [Test]
    public async Task An_authentic_body_that_is_not_JSON_is_malformed(
        [Values("", "{", "not json", "{\"a\":01}", "[1,]", "{}{}", "\u0001")] string body)
    {
        var delivery = Signer().Sign(Encoding.UTF8.GetBytes(body));

        (await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest())).Verdict.Should().Be(WebhookVerdict.MalformedBody);
    }

    [Test]
    public async Task Authentic_JSON_of_any_shape_is_never_lost(
        [Values("{}", "null", "[]", "\"x\"", "1", "true", "{\"type\":null}", "{\"id\":5,\"type\":[],\"data\":{\"object\":[1]}}", "{\"type\":{},\"id\":{}}")] string body)
    {
        var delivery = Signer().Sign(Encoding.UTF8.GetBytes(body));

        var verification = await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest());

        verification.Verdict.Should().Be(VerdictOf(body));
        if (!verification.IsVerified)
        {
            return;
        }

        var unmapped = verification.Event.Should().BeOfType<UnmappedEvent>().Subject;
        unmapped.EventId.Should().NotBeNullOrWhiteSpace();
        Encoding.UTF8.GetString(unmapped.RawBody.Span).Should().Be(RawText(delivery, body));
    }

    [Test]
    public async Task Broken_text_in_an_authentic_body_does_not_throw()
    {
        byte[][] bodies =
        [
            [.. "{\"id\":\""u8, 0xC3, 0x28, .. "\",\"type\":\"x\"}"u8],
            "{\"id\":\"\\ud800\",\"type\":\"\\udfff\"}"u8.ToArray(),
            "{\"\\ud800\":1,\"id\":\"a\"}"u8.ToArray(),
        ];
        foreach (var body in bodies)
        {
            var verification = await CreateVerifier(Secret).VerifyAsync(Signer().Sign(body).ToRequest());

            verification.Verdict.Should().BeOneOf(WebhookVerdict.MalformedBody, VerdictOf(Encoding.UTF8.GetString(body)));
        }
    }

    [Test]
    public void A_huge_body_is_harmless_on_a_small_stack([Values] bool forged)
    {
        const int SmallStack = 256 * 1024;
        const string Json = "{\"a\":1}";
        var body = new byte[5 * 1024 * 1024];
        body.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(Json, body);
        var delivery = Signer(forged ? OtherSecret : Secret).Sign(body);
        var request = forged && !HasSecrets ? new WebhookRequest(body, Delivery().Headers) : delivery.ToRequest();
        var verifier = Host(new(Settings(Secret)) { ["MaxBodySize"] = "8000000" }).Verifier;
        WebhookVerification? verification = null;

        var thread = new Thread(() => verification = verifier.VerifyAsync(request).AsTask().GetAwaiter().GetResult(), SmallStack);
        thread.Start();
        thread.Join();

        (verification!.Value.Verdict == VerdictOf(Json)).Should().Be(!forged);
    }

    [Test]
    public void Deep_nesting_is_harmless_on_a_small_stack()
    {
        const int SmallStack = 256 * 1024;
        var body = Encoding.ASCII.GetBytes(new string('[', 300_000) + new string(']', 300_000));
        var genuine = Signer().Sign(body);
        var forged = Delivery();
        var verifier = CreateVerifier(Secret);
        WebhookVerdict[] verdicts = [];

        var thread = new Thread(
            () => verdicts =
            [
                verifier.VerifyAsync(genuine.ToRequest()).AsTask().GetAwaiter().GetResult().Verdict,
                verifier.VerifyAsync((forged with { Body = body }).ToRequest()).AsTask().GetAwaiter().GetResult().Verdict,
            ],
            SmallStack);
        thread.Start();
        thread.Join();

        verdicts[0].Should().BeOneOf(WebhookVerdict.Verified, WebhookVerdict.MalformedBody);
        verdicts[1].Should().BeOneOf(WebhookVerdict.SignatureMismatch, WebhookVerdict.MalformedBody);
    }

    [Test]
    [SetCulture("tr-TR")]
    public async Task The_culture_of_the_server_does_not_matter()
    {
        CultureInfo.CurrentCulture.Name.Should().Be("tr-TR");
        var delivery = Delivery();
        var turkish = await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest());
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var invariant = await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest());

        WebhookJson(turkish).Should().Be(WebhookJson(invariant));
    }

    [Test]
    public async Task The_same_delivery_always_has_the_same_event_id()
    {
        var delivery = Delivery();

        var first = await CreateVerifier(Secret).VerifyAsync(delivery.ToRequest());
        var retry = await CreateVerifier(Secret).VerifyAsync(Signer().Sign(delivery.Body).ToRequest());
        var other = await CreateVerifier(Secret).VerifyAsync(Signer().Sign(OtherPayment()).ToRequest());

        retry.Event!.EventId.Should().Be(first.Event!.EventId);
        other.Event!.EventId.Should().NotBe(first.Event.EventId);
    }

    [Test]
    public async Task One_verifier_serves_many_requests_at_once()
    {
        var verifier = CreateVerifier(Secret);
        var genuine = Delivery();
        var forged = HasSecrets ? Delivery(OtherSecret) : genuine with { Body = "{}"u8.ToArray() };

        var results = new bool[200];
        await Parallel.ForAsync(0, results.Length, async (i, ct) =>
            results[i] = (await verifier.VerifyAsync((i % 2 == 0 ? genuine : forged).ToRequest(), ct)).IsVerified == (i % 2 == 0));

        results.Should().OnlyContain(right => right);
    }

    private static string WebhookJson(WebhookVerification verification) =>
        Encoding.UTF8.GetString(Sdk.Events.WebhookEventJson.Serialize(verification.EnsureVerified()));

    protected IWebhookSigner Signer(string secret = Secret) => CreateSigner(secret, Clock);

    protected TestHost Host(Dictionary<string, string?> settings)
    {
        var source = new ReloadableSource();
        source.Set(settings);
        var configuration = new ConfigurationBuilder().Add(source).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        Register(services.AddCoinMoebiusWebhooks(), configuration);
        var provider = services.BuildServiceProvider();
        return new(provider, source, Signer().Provider);
    }

    protected sealed record TestHost(ServiceProvider Services, ReloadableSource Source, PaymentProvider Provider)
    {
        public IWebhookVerifier Verifier => Services.GetRequiredService<IWebhookVerifiers>().Find(Provider)!;

        public void Configure(Dictionary<string, string?> settings) => Source.Set(settings);
    }

    protected sealed class ReloadableSource : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Set(Dictionary<string, string?> settings)
        {
            Data = settings;
            OnReload();
        }
    }
}
