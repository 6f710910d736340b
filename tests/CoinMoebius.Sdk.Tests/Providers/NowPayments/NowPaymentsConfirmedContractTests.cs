using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.NowPayments;
using CoinMoebius.Sdk.Providers.NowPayments.Json;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Tests.Webhooks;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace CoinMoebius.Sdk.Tests.Providers.NowPayments;

/// <summary>The contract with payments read back: what a payment's notification owes does not change.</summary>
public sealed class NowPaymentsConfirmedContractTests : SecretWebhookVerifierContract
{
    private const string Api = "https://api.nowpayments.io/v1/payment/";

    private readonly ConcurrentDictionary<string, byte[]> _known = new();

    protected override bool SignsMeaning => true;

    // The body of the event is the answer, as the client has read it.
    protected override byte[] Kept(SignedWebhook delivery)
    {
        var json = NowPaymentsJson.Default.NowPaymentsPayment;
        return JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(delivery.Body.Span, json)!, json);
    }

    protected override TestPayment OtherPayment() => Payment() with { PaymentId = Signer().CreatePaymentId(43), Amount = 20.99m };

    protected override IWebhookSigner CreateSigner(string secret, TimeProvider clock) => new RecordingSigner(new NowPaymentsWebhookSigner(secret, clock), _known);

    protected override void Register(IWebhooksBuilder builder, IConfiguration section)
    {
        var handler = new MockHttpMessageHandler();
        handler.When(Api + "*").Respond(request => _known.TryGetValue(request.RequestUri!.AbsoluteUri[Api.Length..], out var known)
            ? StubApi.Json(HttpStatusCode.OK, Encoding.UTF8.GetString(known))
            : StubApi.Json(HttpStatusCode.NotFound, "{}"));
        builder.Services.AddNowPaymentsClient(options => options.ApiKey = "key").ConfigurePrimaryHttpMessageHandler(() => handler);
        builder.AddNowPayments(section);
        builder.Services.PostConfigure<NowPaymentsWebhookOptions>(options => options.ConfirmPayments = true);
    }

    /// <summary>What is notified is what NOWPayments knows from then on.</summary>
    private sealed class RecordingSigner(NowPaymentsWebhookSigner signer, ConcurrentDictionary<string, byte[]> known) : IWebhookSigner
    {
        public PaymentProvider Provider => signer.Provider;

        public IReadOnlyCollection<PaymentStatus> Statuses => signer.Statuses;

        public string CreatePaymentId(long number) => signer.CreatePaymentId(number);

        public byte[] CreateBody(TestPayment payment) => known[payment.PaymentId] = signer.CreateBody(payment);

        public SignedWebhook Sign(ReadOnlyMemory<byte> body) => signer.Sign(body);
    }
}
