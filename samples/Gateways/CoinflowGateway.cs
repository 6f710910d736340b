using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;

namespace Gateways;

/// <summary>Cards through Coinflow: a link to a hosted checkout, the payment that comes of it, and a refund.</summary>
public sealed class CoinflowGateway : IGateway
{
    private static readonly CoinflowMoney Price = CoinflowMoney.FromAmount(25.00m, "USD");

    private TimeSpan _pause = TimeSpan.FromSeconds(5);

    public string Name => "Coinflow";

    public string Section => "Coinflow";

    public async Task<GatewaySimulator?> SimulateAsync(WebApplicationBuilder builder)
    {
        var (apiKey, validationKey) = (RandomNumberGenerator.GetHexString(40), RandomNumberGenerator.GetHexString(40));
        var simulator = await CoinflowSimulator.StartAsync(options =>
        {
            options.ApiKey = apiKey;
            options.MerchantId = "sample";
            options.WebhookValidationKey = validationKey;
        });
        _pause = TimeSpan.FromMilliseconds(50);
        builder.Services.AddCoinflowClient(options =>
        {
            options.BaseAddress = simulator.BaseAddress;
            options.ApiKey = apiKey;
            options.MerchantId = "sample";
            options.PollInterval = _pause;
        });
        builder.Services.AddCoinMoebiusWebhooks().AddCoinflow(options => options.Secrets.Add(validationKey));
        return simulator;
    }

    public void Connect(WebApplicationBuilder builder, IConfiguration section) => builder.Services.AddCoinflowClient(section);

    public async Task RunAsync(GatewayRun run, CancellationToken cancellationToken)
    {
        var coinflow = run.Services.GetRequiredService<ICoinflowClient>();
        var clock = run.Services.GetRequiredService<TimeProvider>();
        var before = clock.GetUtcNow().AddMinutes(-5);
        var checkout = await coinflow.CreateCheckoutLinkAsync(
            CoinflowPayer.ForUser("sampleBuyer"),
            new() { Subtotal = Price, Email = "buyer@shop.example", WebhookInfo = new JsonObject { ["orderId"] = run.Reference } },
            cancellationToken: cancellationToken);
        run.Journal.Created(run.Reference, Price.Amount, Price.CurrencyCode);
        await run.Buyer.PayAsync(checkout.Link!, run.Journal, cancellationToken);

        // The link says nothing of the payment that will come of it; what the merchant put into webhookInfo does.
        var payment = await FindAsync(coinflow, run.Reference, before, clock, cancellationToken);
        await foreach (var now in coinflow.WatchPaymentAsync(payment.PaymentId, cancellationToken))
        {
            run.Journal.Saw(now.Status.Value);
        }

        run.Journal.Ended(payment.PaymentId);
        await run.HearAsync(PaymentStatus.Succeeded, cancellationToken);
        if (!run.Refund)
        {
            run.Journal.NotRefunded("not asked for");
            return;
        }

        await coinflow.RefundPaymentAsync(payment.PaymentId, new() { RefundReason = CoinflowRefundReasons.UserCancellation }, cancellationToken);
        run.Journal.Refunded(Price.Amount, Price.CurrencyCode);
        await run.HearAsync(PaymentStatus.Refunded, cancellationToken);
    }

    private async Task<CoinflowPayment> FindAsync(
        ICoinflowClient coinflow, string reference, DateTimeOffset since, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            await foreach (var payment in coinflow.ListPaymentsAsync(new() { Since = since }, cancellationToken))
            {
                if (payment.WebhookInfo is { ValueKind: JsonValueKind.Object } info
                    && info.TryGetProperty("orderId", out var orderId) && orderId.ValueEquals(reference))
                {
                    return payment;
                }
            }

            await Task.Delay(_pause, clock, cancellationToken);
        }
    }
}
