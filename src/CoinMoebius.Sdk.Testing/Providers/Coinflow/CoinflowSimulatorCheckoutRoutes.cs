using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Sessions, hosted checkouts and prices.</summary>
internal sealed class CoinflowSimulatorCheckoutRoutes(CoinflowSimulator simulator, CoinflowSimulatorGate gate)
{
    private static readonly string[] Methods = ["card", "ach", "pix", "crypto"];

    private readonly ConcurrentDictionary<string, Lazy<string>> _links = new(StringComparer.Ordinal);

    public void Map(SimulatorRoutes routes)
    {
        routes.Get("/api/auth/session-key", gate.Payer(call => call.OkAsync(new JsonObject { ["key"] = gate.OpenSession(call.UserId!) })));
        routes.Get("/api/auth/verify", gate.Session(call => call.OkAsync()));
        routes.Get("/api/auth", gate.Payer(call => call.OkAsync(new JsonObject { ["message"] = "Sign in as " + call.UserId })));
        routes.Post("/api/checkout/link", gate.Payer(call => LinkAsync(call, routes.Urls)));
        routes.Post("/api/checkout/jwt-token", gate.Merchant(TokenAsync));
        routes.Post("/api/checkout/totals/{merchantId}", gate.SessionOfMerchant(TotalsAsync));
        routes.Post("/api/checkout/fees", gate.Session(FeesAsync));
        routes.Post("/api/checkout/destination-auth-key", gate.Merchant(DestinationAsync));
    }

    private static Task TotalsAsync(CoinflowSimulatorCall call)
    {
        var (price, currency) = CoinflowSimulatorPayments.Read(call.At("subtotal"));
        return call.OkAsync(new JsonObject(Methods.Select(method =>
        {
            var totals = CoinflowSimulatorPayments.Totals(price, currency);
            totals["settlement"] = CoinflowSimulatorPayments.Totals(price, currency);
            totals["basis"] = CoinflowSimulatorPayments.Money(price, currency);
            totals["exchangeRate"] = 1;
            return KeyValuePair.Create(method, (JsonNode?)totals);
        })));
    }

    private Task LinkAsync(CoinflowSimulatorCall call, SimulatorUrls urls)
    {
        gate.RequireFunctional(call.UserId!);

        // One key creates one checkout, even for concurrent calls.
        var key = call.Text("idempotencyKey") ?? simulator.Stage.Ids.Uuid();
        var link = _links.GetOrAdd(key, _ => new(() =>
            urls.PayUrl(call.Context, CoinflowSimulatorPayments.Open(simulator, call, "cardInfo", CoinflowSimulatorPayments.Link, call.At("subtotal")))));
        return call.OkAsync(new JsonObject { ["link"] = link.Value });
    }

    private Task TokenAsync(CoinflowSimulatorCall call)
    {
        if (call.At("subtotal").ValueKind != JsonValueKind.Undefined)
        {
            CoinflowSimulatorPayments.Read(call.At("subtotal"));
        }

        return call.OkAsync(new JsonObject { ["checkoutJwtToken"] = simulator.Stage.Ids.Token() });
    }

    private Task FeesAsync(CoinflowSimulatorCall call)
    {
        if (call.Required("merchantId") != simulator.Options.MerchantId)
        {
            throw CoinflowSimulatorCall.NotFound();
        }

        var (_, currency) = CoinflowSimulatorPayments.Read(call.At("subtotal"));
        var none = CoinflowSimulatorPayments.Money(0, currency);

        // The API has three formats for a method's fees.
        return call.OkAsync(new JsonObject
        {
            ["ach"] = none,
            ["card"] = new JsonObject { ["fee"] = none.DeepClone(), ["fxFee"] = none.DeepClone() },
            ["pix"] = new JsonArray(new JsonObject { ["description"] = "Pix", ["fee"] = none.DeepClone() }),
        });
    }

    private Task DestinationAsync(CoinflowSimulatorCall call)
    {
        call.Required("blockchain");
        call.Required("destination");
        return call.OkAsync(new JsonObject { ["destinationAuthKey"] = simulator.Stage.Ids.Token() });
    }
}
