// A merchant's application on .NET 10: takes a signed Stripe delivery over HTTP, and refuses a forged one.
using System.Net;
using System.Text.Json;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;

const string Secret = "whsec_c29tZSBjb25zdW1lciBzZWNyZXQ=";

var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSingleton<Orders>();
builder.Services.AddCoinMoebius(options =>
{
    options.ApiKey = "cmk_test_0123456789abcdef0123456789abcdef";
    options.ProjectId = "proj_1";
});
builder.Services.AddCoinMoebiusWebhooks()
    .AddStripe(options => options.Secrets.Add(Secret))
    .AddHandler<FulfilOrders>();

var app = builder.Build();
app.MapCoinMoebiusWebhooks("/webhooks/{provider}");
await app.StartAsync();
app.Services.GetRequiredService<ICoinMoebiusClient>();

var address = new Uri(new Uri(app.Urls.Single()), "/webhooks/stripe");
var payment = new TestPayment { PaymentId = "pi_3Consumer", Reference = "order-7" };
using var http = new HttpClient();

var genuine = new StripeWebhookSigner(Secret).Sign(payment);
Expect(HttpStatusCode.OK, (await http.SendAsync(genuine.ToHttpRequest(address))).StatusCode);
Expect("order-7", await app.Services.GetRequiredService<Orders>().Paid.Task.WaitAsync(TimeSpan.FromSeconds(30)));

var forged = new StripeWebhookSigner("whsec_anything_else").Sign(payment);
Expect(HttpStatusCode.BadRequest, (await http.SendAsync(forged.ToHttpRequest(address))).StatusCode);
await app.StopAsync();

// The same delivery, for the command line.
File.WriteAllText(args[0], JsonSerializer.Serialize(new
{
    id = "c1",
    provider = "stripe",
    options = new { secrets = new[] { Secret } },
    headers = genuine.Headers,
    body = Convert.ToBase64String(genuine.Body.Span),
}) + "\n");
Console.WriteLine("OK: a web application on .NET 10");

static void Expect<T>(T expected, T actual)
{
    if (!Equals(expected, actual))
    {
        throw new InvalidOperationException($"Expected {expected}, got {actual}.");
    }
}

internal sealed class Orders
{
    public TaskCompletionSource<string?> Paid { get; } = new();
}

internal sealed class FulfilOrders(Orders orders) : IWebhookHandler<PaymentEvent>
{
    public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        if (webhookEvent.Status == PaymentStatus.Succeeded)
        {
            orders.Paid.TrySetResult(webhookEvent.Reference);
        }

        return Task.CompletedTask;
    }
}
