using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Providers.PayPal;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

public sealed class PayPalWebhookVerifierTests : WebhookVerifierContract
{
    private const string WebhookId = "8PT597110X687430L";

    protected override bool HasSecrets => false;

    protected override TimeSpan? PastTolerance => TimeSpan.FromDays(4);

    protected override TimeSpan? FutureTolerance => TimeSpan.FromMinutes(5);

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new PayPalWebhookSigner(WebhookId, timeProvider: clock);

    protected override Dictionary<string, string?> Settings(params string[] secrets) => new()
    {
        ["WebhookId"] = WebhookId,
        ["Environment"] = "sandbox",
        ["TrustedRoots:0"] = PayPalTestCertificate.Shared.RootPem,
        [$"Certificates:{PayPalTestCertificate.Shared.Url.Segments[^1]}"] = PayPalTestCertificate.Shared.Pem,
    };

    protected override void Register(IWebhooksBuilder builder, IConfiguration section)
    {
        builder.AddPayPal(section);

        // PayPal without any other certificate.
        builder.Services.AddHttpClient(PayPalWebhookVerifier.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => new FakePayPal());
    }

    protected override async Task<bool> IsAcceptedAsync(IWebhookVerifier verifier, WebhookRequest request)
    {
        try
        {
            return (await verifier.VerifyAsync(request)).IsVerified;
        }
        catch (WebhookVerificationUnavailableException)
        {
            return false;
        }
    }

    [TestCaseSource(nameof(Vectors))]
    public async Task A_vector_comes_out_as_it_says(Vector vector)
    {
        var certificates = JsonDocument.Parse(File.ReadAllText(PathOf("paypal-certs.json"))).RootElement.GetProperty("certificates");
        var pem = certificates.GetProperty(vector.Json.GetProperty("certificateId").GetString()!).GetProperty("pem").GetString();
        var url = vector.Headers().FirstOrDefault(header => header.Key == "PAYPAL-CERT-URL").Value;
        var options = new JsonObject { ["webhookId"] = vector.Secret("webhookId"), ["environment"] = "sandbox" };
        if (url is not null)
        {
            options["certificates"] = new JsonObject { [url] = pem };
        }

        var verifier = WebhookProviders.CreateVerifier(PaymentProvider.PayPal, options.ToJsonString(), new FixedClock(vector.Now));

        var verification = await verifier.VerifyAsync(vector.ToRequest());

        verification.Verdict.Should().Be(vector.Expectation switch
        {
            "valid" => WebhookVerdict.Verified,
            "invalid:signature" => WebhookVerdict.SignatureMismatch,
            "invalid:algorithm" or "invalid:malformed-signature" => WebhookVerdict.MalformedSignature,
            "invalid:missing-header" => WebhookVerdict.MissingSignature,
            "invalid:certificate-url" or "invalid:certificate-expired" => WebhookVerdict.UntrustedCertificate,
            var other => throw new InvalidOperationException($"The vector expects \"{other}\", which has no verdict here."),
        });
        verification.Event?.DeliveryId.Should().Be(vector.Headers().Single(header => header.Key == "PAYPAL-TRANSMISSION-ID").Value);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Providers", "PayPal", "Vectors", file);

    private static IEnumerable<TestCaseData> Vectors() => Vector.Load("PayPal", "paypal.json");
}
