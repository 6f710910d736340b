using System.Net;
using System.Text;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

const string Secret = "whsec_c29tZSBjb25zdW1lciBzZWNyZXQ=";

var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["CoinMoebius:ApiKey"] = "cmk_test_0123456789abcdef0123456789abcdef",
    ["CoinMoebius:ProjectId"] = "proj_1",
    ["CoinMoebius:PollInterval"] = "00:00:01",
    ["Stripe:Secrets:0"] = Secret,
    ["Stripe:Tolerance"] = "00:10:00",
});
builder.Services.AddCoinMoebius(builder.Configuration.GetSection("CoinMoebius"))
    .ConfigurePrimaryHttpMessageHandler(() => new Api());
builder.Services.AddCoinMoebiusWebhooks().AddStripe(builder.Configuration.GetSection("Stripe")).AddHandler<FulfilOrders>();
using var host = builder.Build();
await host.StartAsync();

// The registered verifier, bound from configuration, and a handler from the container.
var delivery = new StripeWebhookSigner(Secret).Sign(new TestPayment { PaymentId = "pi_3Smoke", Reference = "order-7" });
var verification = await host.Services.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.Stripe)!.VerifyAsync(delivery.ToRequest());
var payment = (PaymentEvent)verification.EnsureVerified();
using (var scope = host.Services.CreateScope())
{
    await scope.ServiceProvider.GetRequiredService<IWebhookHandler<PaymentEvent>>().HandleAsync(payment, new WebhookContext(), CancellationToken.None);
}

Expect("order-7", FulfilOrders.Last);

// A verifier without a container, and the event as JSON.
var verifier = new StripeWebhookVerifier(new StripeWebhookOptions { Secrets = { Secret } });
Expect(true, (await verifier.VerifyAsync(delivery.ToRequest())).IsVerified);
Expect(true, Encoding.UTF8.GetString(WebhookEventJson.Serialize(payment)).StartsWith("{\"kind\":\"payment\"", StringComparison.Ordinal));

// The client: a request and an answer, both as JSON.
var client = host.Services.GetRequiredService<ICoinMoebiusClient>();
var transaction = await client.WaitForCompletionAsync("txn_1");
Expect("txn_1", transaction.Id);
Expect(PaymentStatus.Succeeded, transaction.Status);
await host.StopAsync();
Console.WriteLine("OK");

static void Expect<T>(T expected, T actual)
{
    if (!Equals(expected, actual))
    {
        throw new InvalidOperationException($"Expected {expected}, got {actual}.");
    }
}

/// <summary>The Cloud API, as far as one status request goes.</summary>
internal sealed class Api : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(
                """{"id":"txn_1","provider":"stripe","status":"succeeded","amount":"19.99","currency":"USD"}""", Encoding.UTF8, "application/json"),
        });
}

internal sealed class FulfilOrders : IWebhookHandler<PaymentEvent>
{
    public static string? Last { get; private set; }

    public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        Last = webhookEvent.Reference;
        return Task.CompletedTask;
    }
}
