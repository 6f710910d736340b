using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Sessions, hosted checkouts and prices.</summary>
internal sealed class CoinflowCheckoutRoutes(CoinflowSimulator simulator, CoinflowGate gate)
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

    private static Task TotalsAsync(CoinflowCall call)
    {
        var (price, currency) = CoinflowPayments.Read(call.At("subtotal"));
        return call.OkAsync(new JsonObject(Methods.Select(method =>
        {
            var totals = CoinflowPayments.Totals(price, currency);
            totals["settlement"] = CoinflowPayments.Totals(price, currency);
            totals["basis"] = CoinflowPayments.Money(price, currency);
            totals["exchangeRate"] = 1;
            return KeyValuePair.Create(method, (JsonNode?)totals);
        })));
    }

    private Task LinkAsync(CoinflowCall call, SimulatorUrls urls)
    {
        gate.RequireFunctional(call.UserId!);

        // One key, one checkout, whoever calls first.
        var key = call.Text("idempotencyKey") ?? simulator.Stage.Ids.Uuid();
        var link = _links.GetOrAdd(key, _ => new(() =>
            urls.PayUrl(call.Context, CoinflowPayments.Open(simulator, call, "cardInfo", CoinflowPayments.Link, call.At("subtotal")))));
        return call.OkAsync(new JsonObject { ["link"] = link.Value });
    }

    private Task TokenAsync(CoinflowCall call)
    {
        if (call.At("subtotal").ValueKind != JsonValueKind.Undefined)
        {
            CoinflowPayments.Read(call.At("subtotal"));
        }

        return call.OkAsync(new JsonObject { ["checkoutJwtToken"] = simulator.Stage.Ids.Token() });
    }

    private Task FeesAsync(CoinflowCall call)
    {
        if (call.Required("merchantId") != simulator.Options.MerchantId)
        {
            throw CoinflowCall.NotFound();
        }

        var (_, currency) = CoinflowPayments.Read(call.At("subtotal"));
        var none = CoinflowPayments.Money(0, currency);

        // The three shapes that the API has for a method's fees.
        return call.OkAsync(new JsonObject
        {
            ["ach"] = none,
            ["card"] = new JsonObject { ["fee"] = none.DeepClone(), ["fxFee"] = none.DeepClone() },
            ["pix"] = new JsonArray(new JsonObject { ["description"] = "Pix", ["fee"] = none.DeepClone() }),
        });
    }

    private Task DestinationAsync(CoinflowCall call)
    {
        call.Required("blockchain");
        call.Required("destination");
        return call.OkAsync(new JsonObject { ["destinationAuthKey"] = simulator.Stage.Ids.Token() });
    }
}
