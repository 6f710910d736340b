// A merchant's application on the netstandard2.0 assembly: no web framework, a delivery verified by hand.
using System.Reflection;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

const string Secret = "whsec_c29tZSBjb25zdW1lciBzZWNyZXQ=";

var framework = typeof(CoinMoebiusException).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
Expect(".NETStandard,Version=v2.0", framework);

var services = new ServiceCollection();
services.AddCoinMoebius(options =>
{
    options.ApiKey = "cmk_test_0123456789abcdef0123456789abcdef";
    options.ProjectId = "proj_1";
});
services.AddCoinMoebiusWebhooks().AddStripe(options => options.Secrets.Add(Secret));
using var provider = services.BuildServiceProvider();
provider.GetRequiredService<ICoinMoebiusClient>();
var verifier = provider.GetRequiredService<IWebhookVerifiers>().Find(PaymentProvider.Stripe)!;

var body = """
    {"id":"evt_1","type":"checkout.session.completed","created":1778720661,"livemode":false,"data":{"object":{"id":"cs_1","object":"checkout.session",
    "amount_total":1999,"currency":"usd","payment_intent":"pi_1","payment_status":"paid","mode":"payment","client_reference_id":"order-7","metadata":{}}}}
    """;
var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
var digest = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{body}")));
var verification = await verifier.VerifyAsync(
    new(Encoding.UTF8.GetBytes(body), [KeyValuePair.Create("Stripe-Signature", $"t={time},v1={digest}")]));

var payment = (PaymentEvent)verification.EnsureVerified();
Expect(PaymentStatus.Succeeded, payment.Status);
Expect(19.99m, payment.Amount);
Console.WriteLine($"OK: the package's {framework} assembly");

static void Expect<T>(T expected, T actual)
{
    if (!Equals(expected, actual))
    {
        throw new InvalidOperationException($"Expected {expected}, got {actual}.");
    }
}
