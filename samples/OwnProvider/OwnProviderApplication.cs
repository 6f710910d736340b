using System.Net;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OwnProvider;

/// <summary>Starts an application with Acme's webhooks, plays Acme, and tells how each delivery ends.</summary>
public static class OwnProviderApplication
{
    private const string Secret = "acme_5f0c2d9be1774a38";

    public static async Task RunAsync(TextWriter output)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(
            [new("AllowedHosts", "localhost;127.0.0.1"), new("Acme:Secrets:0", Secret), new("Acme:Tolerance", "00:05:00")]);
        builder.Services.AddSingleton(output);
        builder.Services.AddCoinMoebiusWebhooks().AddAcme(builder.Configuration.GetSection("Acme")).AddHandler<PrintEvents>();
        await using var app = builder.Build();
        app.MapCoinMoebiusWebhooks();
        await app.StartAsync();

        using var http = new HttpClient();
        var url = new Uri(new Uri(app.Urls.First()), "/webhooks/acme");
        var verifier = app.Services.GetRequiredService<IWebhookVerifiers>().Find(AcmeWebhookVerifier.Acme)!;
        foreach (var (name, delivery) in Deliveries())
        {
            var verification = await verifier.VerifyAsync(delivery.ToRequest());
            await output.WriteLineAsync($"{name}: {verification.Verdict}");
            using var request = delivery.ToHttpRequest(url);
            using var answer = await http.SendAsync(request);
            await output.WriteLineAsync($"  answer: {(int)answer.StatusCode}");
        }
    }

    private static IEnumerable<(string Name, SignedWebhook Delivery)> Deliveries()
    {
        var payment = new TestPayment { PaymentId = "pay_1", EventId = "evt_1", Amount = 19.99m, Currency = "EUR", Reference = "order-7" };
        var signer = new AcmeWebhookSigner(Secret, TimeProvider.System);
        var paid = signer.Sign(payment);
        yield return ("paid", paid);
        yield return ("forged", paid with { Body = signer.CreateBody(payment with { Reference = "order-8" }) });
        yield return ("signed by a stranger", new AcmeWebhookSigner("acme_of_a_stranger", TimeProvider.System).Sign(payment));
        yield return ("an hour old", new AcmeWebhookSigner(Secret, new HourAgo()).Sign(payment));
        yield return ("unsigned", paid with { Headers = new Dictionary<string, string>() });
        yield return ("another event", signer.Sign("""{"id":"evt_2","type":"customer.created"}"""u8.ToArray()));
        yield return ("without a payment", signer.Sign("""{"id":"evt_3","type":"payment.paid"}"""u8.ToArray()));
    }

    private sealed class HourAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddHours(-1);
    }
}
