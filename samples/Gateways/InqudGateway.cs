using System.Security.Cryptography;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Inqud;
using CoinMoebius.Sdk.Testing;

namespace Gateways;

/// <summary>Crypto through Inqud: a hosted checkout at a price in dollars, watched until it is over.</summary>
public sealed class InqudGateway : IGateway
{
    private const decimal Price = 25.00m;

    public string Name => "Inqud";

    public string Section => "Inqud";

    public async Task<GatewaySimulator?> SimulateAsync(WebApplicationBuilder builder)
    {
        var (tokenSecret, webhookSecret) = (RandomNumberGenerator.GetHexString(40), RandomNumberGenerator.GetHexString(40));
        var simulator = await InqudSimulator.StartAsync(options =>
        {
            options.TokenId = "TKN-00000000-0000-4000-8000-000000000001";
            options.TokenSecret = tokenSecret;
            options.ProjectId = "CAP-00000000-0000-4000-8000-000000000002";
            options.WebhookSecret = webhookSecret;
        });
        builder.Services.AddInqudClient(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            options.TokenId = "TKN-00000000-0000-4000-8000-000000000001";
            options.TokenSecret = tokenSecret;
            options.ProjectId = "CAP-00000000-0000-4000-8000-000000000002";
            options.PollInterval = TimeSpan.FromMilliseconds(50);
        });
        builder.Services.AddCoinMoebiusWebhooks().AddInqud(options => options.Secrets.Add(webhookSecret));
        return simulator;
    }

    public void Connect(WebApplicationBuilder builder, IConfiguration section) => builder.Services.AddInqudClient(section);

    public async Task RunAsync(GatewayRun run, CancellationToken cancellationToken)
    {
        var inqud = run.Services.GetRequiredService<IInqudClient>();
        var checkout = await inqud.CreateCheckoutAsync(
            InqudCheckoutRequest.FixedPrice(Price, "USD") with { ClientOrderId = run.Reference, Name = "A hat" }, cancellationToken: cancellationToken);
        run.Journal.Created(checkout.Id, Price, "USD");

        var isAsked = false;
        await foreach (var now in inqud.WatchCheckoutAsync(checkout.Id, cancellationToken: cancellationToken))
        {
            run.Journal.Saw(now.Status.Value);
            if (!isAsked)
            {
                isAsked = true;
                await run.Buyer.PayAsync(checkout.AcquiringUrl!, run.Journal, cancellationToken);
            }
        }

        run.Journal.Ended(checkout.Id);
        await run.HearAsync(PaymentStatus.Succeeded, cancellationToken);
        run.Journal.NotRefunded("Inqud's API has no refunds");
    }
}
