using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoinMoebius.Sdk.Testing;

/// <summary>The merchant's settings, its customers, and the log of webhooks.</summary>
internal sealed class CoinflowSimulatorMerchantRoutes(CoinflowSimulator simulator, CoinflowSimulatorGate gate)
{
    private readonly Lock _lock = new();
    private JsonObject _settings = new() { ["version"] = "Version 3", ["subscriptions"] = new JsonArray() };

    public void Map(SimulatorRoutes routes)
    {
        routes.Get("/api/merchant", gate.Merchant(ReadAsync));
        routes.Put("/api/merchant", gate.Merchant(UpdateAsync));
        routes.Put("/api/merchant/blocked/{id}", gate.Merchant(BlockAsync));
        routes.Get("/api/merchant/webhooks", gate.Merchant(call => call.OkAsync(new JsonArray([.. call.Page(
            simulator.Deliveries.Where(item => call.Query("transactionId") is not { } id || item.TransactionId == id).Reverse()).Select(Write)]))));
        routes.Post("/api/merchant/webhooks/{id}", gate.Merchant(ResendAsync));
    }

    private Task ReadAsync(CoinflowSimulatorCall call)
    {
        lock (_lock)
        {
            return call.OkAsync(new JsonObject
            {
                ["merchantId"] = simulator.Options.MerchantId,
                ["webhookSettings"] = _settings.DeepClone(),
                ["webhookUrls"] = simulator.WebhookUrl is { } url ? new JsonArray(url.AbsoluteUri) : [],
                ["webhookValidationKey"] = simulator.Options.WebhookValidationKey,
                ["apiKey"] = simulator.Options.ApiKey,
            });
        }
    }

    private Task UpdateAsync(CoinflowSimulatorCall call)
    {
        if (call.At("webhookSettings") is not { ValueKind: JsonValueKind.Object } settings || !settings.TryGetProperty("version", out _))
        {
            throw CoinflowSimulatorCall.Invalid("webhookSettings.version", "'version' is required");
        }

        lock (_lock)
        {
            _settings = JsonNode.Parse(settings.GetRawText())!.AsObject();
        }

        return call.OkAsync();
    }

    private Task BlockAsync(CoinflowSimulatorCall call)
    {
        call.Required("reason");
        gate.Block(call.Id, call.Text("status") is null or "Blocked");
        return call.OkAsync();
    }

    private async Task ResendAsync(CoinflowSimulatorCall call)
    {
        if (!long.TryParse(call.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw CoinflowSimulatorCall.NotFound();
        }

        await simulator.SendAgainAsync(number, call.Context.RequestAborted).ConfigureAwait(false);
        await call.OkAsync(new JsonObject { ["jobId"] = "resend-" + call.Id }).ConfigureAwait(false);
    }

    private JsonObject Write(SimulatorDelivery delivery)
    {
        var body = JsonNode.Parse(Encoding.UTF8.GetString(delivery.Body.Span))!;
        var attempt = delivery.Attempts.Count > 0 ? delivery.Attempts[^1] : null;
        return new()
        {
            ["id"] = delivery.Number.ToString(CultureInfo.InvariantCulture),
            ["merchantId"] = simulator.Options.MerchantId,
            ["eventType"] = body["eventType"]?.DeepClone(),
            ["category"] = body["category"]?.DeepClone(),
            ["version"] = "Version 3",
            ["data"] = body["data"]?.DeepClone(),
            ["sentAt"] = attempt is null ? null : ApiResponse.Time(attempt.At),
            ["url"] = delivery.Url.AbsoluteUri,
            ["responseCode"] = attempt?.StatusCode,
        };
    }
}
