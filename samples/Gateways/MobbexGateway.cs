using System.Security.Cryptography;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing;
using Microsoft.Extensions.Options;

namespace Gateways;

/// <summary>Pesos through Mobbex: a hosted checkout, its operation, and a refund.</summary>
public sealed class MobbexGateway : IGateway
{
    private const decimal Total = 25_000.00m;

    public string Name => "Mobbex";

    public string Section => "Mobbex";

    public async Task<GatewaySimulator?> SimulateAsync(WebApplicationBuilder builder)
    {
        var (apiKey, accessToken) = (RandomNumberGenerator.GetHexString(40), RandomNumberGenerator.GetHexString(36));
        var simulator = await MobbexSimulator.StartAsync(options =>
        {
            options.ApiKey = apiKey;
            options.AccessToken = accessToken;
        });
        builder.Services.AddMobbexClient(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            options.ApiKey = apiKey;
            options.AccessToken = accessToken;
            options.PollInterval = TimeSpan.FromMilliseconds(50);
        });
        builder.Services.AddCoinMoebiusWebhooks().AddMobbex(options => options.Secrets.Add(RandomNumberGenerator.GetHexString(40)));
        return simulator;
    }

    public void Connect(WebApplicationBuilder builder, IConfiguration section) => builder.Services.AddMobbexClient(section);

    public async Task RunAsync(GatewayRun run, CancellationToken cancellationToken)
    {
        var mobbex = run.Services.GetRequiredService<IMobbexClient>();
        var webhooks = run.Services.GetRequiredService<IOptionsMonitor<MobbexWebhookOptions>>();
        var checkout = await mobbex.CreateCheckoutAsync(
            new()
            {
                Total = Total,
                Description = "A hat",
                Reference = run.Reference,
                Customer = new() { Email = "buyer@shop.example", Name = "Ana Buyer", Identification = "12123123" },

                // Mobbex signs nothing: the token in the address is the proof that a notification is about this payment.
                Webhook = run.WebhookUrl is { } url ? MobbexWebhookUrl.Create(url, webhooks.CurrentValue, run.Reference) : null,
                ReturnUrl = new("https://shop.example/thanks"),
            },
            cancellationToken);
        run.Journal.Created(checkout.Id, Total, "ARS");
        await run.Buyer.PayAsync(checkout.Url!, run.Journal, cancellationToken);

        MobbexTransaction? paid = null;
        await foreach (var operation in mobbex.WatchTransactionsAsync(run.Reference, cancellationToken))
        {
            run.Journal.Saw($"{operation.StatusCode?.Value} {operation.StatusCode?.Meaning}");
            paid = operation;
        }

        run.Journal.Ended(paid!.OperationId!);
        await run.HearAsync(PaymentStatus.Succeeded, cancellationToken);
        if (!run.Refund)
        {
            run.Journal.NotRefunded("not asked for");
            return;
        }

        var refund = await mobbex.RefundAsync(paid.OperationId!, new(), cancellationToken);
        run.Journal.Refunded(refund.Total ?? Total, "ARS");

        // What is given back on the day of the payment is a void, not a refund.
        await run.HearAsync(PaymentStatus.Reversed, cancellationToken);
    }
}
