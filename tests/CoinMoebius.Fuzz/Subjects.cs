using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CoinMoebius.Fuzz;

/// <summary>The table of what is tried: every id of <see cref="WebhookProviders"/>, and second forms of some.</summary>
internal static class Subjects
{
    /// <summary>The merchant's reference of every genuine payment.</summary>
    public const string Reference = "order-7";

    private const string Secret = "whsec_c2lnbmluZy1zZWNyZXQtMDEtb2YtdGhlLWZ1enplcg==";
    private const string HexSecret = "2679A5D5785C9B26CF921E1754765CDDB265C9C88400786923E5343B315954FAFB4B7BF608818F6A21766741E8637DC206F286C725908C777ED4127D8562163D";
    private const string SquareUrl = "https://shop.example/webhooks/square";
    private const string WebhookId = "8PT597110X687430L";

    // Signing and verifying take place at the same moment.
    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 14, 1, 4, 21, TimeSpan.Zero));

    /// <summary>The options of Stripe's verifier with more members.</summary>
    public static string StripePortalOptions(string more) => Secrets(Secret, more);

    public static IReadOnlyList<Subject> All { get; } =
    [
        Create(new StripeWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Timed("Stripe-Signature")),
        Create(new SquareWebhookSigner(Secret, SquareUrl), Secrets(Secret, $",\"notificationUrl\":\"{SquareUrl}\""), Contents.Body),
        Create(new AuthorizeNetWebhookSigner(HexSecret), Secrets(HexSecret), Contents.Body),
        Create(new NowPaymentsWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Sorted),
        Create(new CoinbaseBusinessWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Timed("X-Hook0-Signature")),
        Create(new CoinflowWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Timed("Coinflow-Signature")),
        Create(new InqudWebhookSigner(Secret), Secrets(Secret), Contents.Body),
        Create(new MoneyButtonWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Secret),
        Create(new DodoPaymentsWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Standard),
        Create(new MakePayWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Timed("X-MakePay-Signature")),
        Create(new MoneroWebhookSigner(Secret, Clock), Secrets(Secret), Contents.Body),
        Create(new CryptomusWebhookSigner(Secret), Secrets(Secret), Contents.Php),
        Create(new MobbexWebhookSigner(Secret, Clock), Secrets(Secret, ",\"confirmation\":\"tokenOnly\""), Contents.Token),
        Create(new MobbexWebhookSigner(Secret, Clock) { AsForm = true }, Secrets(Secret, ",\"confirmation\":\"tokenOnly\""), Contents.FormToken, "mobbex-form"),
        PayPal(),
        Standard(),
    ];

    private static Subject Create(IWebhookSigner signer, string options, Func<FuzzDelivery, string?> content, string? name = null) => new(
        name ?? signer.Provider.Value, WebhookProviders.CreateVerifier(signer.Provider, options, Clock), signer.Sign, Bodies(signer), content)
    {
        Signer = signer,
    };

    // A certificate of a changed address is asked for: nobody answers, and nobody is asked.
    private static Subject PayPal()
    {
        var options = new PayPalWebhookOptions { WebhookId = WebhookId, Environment = PayPalEnvironment.Sandbox };
        options.Certificates[PayPalTestCertificate.Shared.Url.AbsoluteUri] = PayPalTestCertificate.Shared.Pem;
        options.TrustedRoots.Add(PayPalTestCertificate.Shared.RootPem);
        var signer = new PayPalWebhookSigner(WebhookId, timeProvider: Clock);
        var verifier = new PayPalWebhookVerifier(options, new HttpClient(new NoNetwork()), Clock);
        return new(signer.Provider.Value, verifier, signer.Sign, Bodies(signer), Contents.PayPal) { Signer = signer };
    }

    private static Subject Standard()
    {
        var provider = new PaymentProvider(WebhookProviders.StandardWebhooks);
        var signer = new StandardWebhookSigner(provider, Secret, Clock);
        return new(
            provider.Value,
            WebhookProviders.CreateVerifier(provider, Secrets(Secret), Clock),
            body => signer.Sign(body),
            ["""{"type":"order.paid","timestamp":"2026-05-14T01:04:21Z","data":{"id":"o1","amount":19.99}}"""u8.ToArray()],
            Contents.Standard);
    }

    private static string Secrets(string secret, string more = "") => $"{{\"secrets\":[\"{secret}\"]{more}}}";

    private static byte[][] Bodies(IWebhookSigner signer) => [.. signer.Statuses.Select(status => signer.CreateBody(new()
    {
        PaymentId = signer.CreatePaymentId(42),
        Status = status,
        MovedAmount = status == PaymentStatus.Partial || status == PaymentStatus.Refunded ? 5m : null,
        Reference = Reference,
        CustomerRef = "user_42",
        EventId = "evt_fuzz",
        Metadata = new Dictionary<string, string> { ["city"] = "İstanbul", ["note"] = "a/b \"c\"" },
    }))];

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("There is no network here.");
    }
}
