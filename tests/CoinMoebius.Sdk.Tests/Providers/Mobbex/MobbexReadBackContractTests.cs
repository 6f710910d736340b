using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Providers.Mobbex.Confirmation;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

/// <summary>With operations read back: whatever becomes of the body, the event says what Mobbex knows, or the delivery has no meaning.</summary>
public sealed class MobbexReadBackContractTests : MobbexWebhookVerifierContract
{
    private readonly ScriptedRecords _mobbex = new();

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) =>
        new RecordingSigner(new MobbexWebhookSigner(secret, clock), _mobbex);

    // The application's own registration, but for whom it asks.
    protected override void Register(IWebhooksBuilder builder, IConfiguration section) => builder.AddVerifier<MobbexWebhookOptions>(
        PaymentProvider.Mobbex, "", options => options.Bind(section), (options, time, _) => new MobbexWebhookVerifier(options, "", _mobbex, time));

    // Of a body nothing is kept: what was read back takes its place, or that something was told about the reference, here none.
    protected override byte[] Kept(SignedWebhook delivery)
    {
        using var body = JsonDocument.Parse(delivery.Body);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            body.WriteTo(writer);
        }

        return stream.ToArray();
    }

    protected override string RawText(SignedWebhook delivery, string body) => """{"type":"","data":{"checkout":{"reference":""}}}""";

    protected override async Task ShouldBeHarmlessAsync(IWebhookVerifier verifier, SignedWebhook genuine, SignedWebhook changed)
    {
        var honest = await verifier.VerifyAsync(genuine.ToRequest());
        var (expected, body) = (Meaning(honest), Encoding.UTF8.GetString(honest.Event!.RawBody.Span));
        var verification = await verifier.VerifyAsync(changed.ToRequest());

        if (verification.Event is { } webhookEvent and not UnmappedEvent)
        {
            Meaning(verification).Should().Be(expected, "{0} must not change the event", Encoding.UTF8.GetString(changed.Body.Span));
            Encoding.UTF8.GetString(webhookEvent.RawBody.Span).Should().Be(body, "the raw body is what was read back");
        }
    }

    private static string Meaning(WebhookVerification verification) =>
        Encoding.UTF8.GetString(WebhookEventJson.Serialize(verification.EnsureVerified()));

    /// <summary>What is notified is what Mobbex knows from then on.</summary>
    private sealed class RecordingSigner(MobbexWebhookSigner signer, ScriptedRecords mobbex) : IWebhookSigner
    {
        public PaymentProvider Provider => signer.Provider;

        public IReadOnlyCollection<PaymentStatus> Statuses => signer.Statuses;

        public string CreatePaymentId(long number) => signer.CreatePaymentId(number);

        public byte[] CreateBody(TestPayment payment)
        {
            var body = signer.CreateBody(payment);
            mobbex.Operations[payment.PaymentId] = JsonNode.Parse(body)!["data"]!.ToJsonString();
            return body;
        }

        public SignedWebhook Sign(ReadOnlyMemory<byte> body) => signer.Sign(body);
    }
}
