using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Payments, by each method.</summary>
internal sealed class CoinflowSimulatorMethodRoutes(CoinflowSimulator simulator, CoinflowSimulatorGate gate)
{
    private readonly ConcurrentDictionary<string, bool> _challenges = new(StringComparer.Ordinal);

    private string Expiry => ApiResponse.Time(simulator.Options.TimeProvider.GetUtcNow().AddMinutes(5));

    public void Map(SimulatorRoutes routes)
    {
        routes.Post("/api/checkout/card/{merchantId}", gate.SessionOfMerchant(call => CardAsync(call, routes.Urls, () => RequireCard(call))));
        routes.Post("/api/checkout/token/{merchantId}", gate.SessionOfMerchant(call => CardAsync(call, routes.Urls, () => call.Required("token"))));
        routes.Post("/api/checkout/zero-authorization/{merchantId}", gate.SessionOfMerchant(ZeroAsync));
        routes.Post("/api/checkout/card-on-file", gate.Payer(call => CardAsync(call, routes.Urls, () => RequireKnownCard(call))));
        routes.Post("/api/checkout/card-on-file-authorized", gate.Payer(call =>
            call.OkAsync(new JsonObject { ["authorized"] = call.Required("token").Length > 0 })));
        routes.Post("/api/checkout/merchant-initiated-transaction", gate.Payer(call => CardAsync(call, routes.Urls, () => RequireKnownCard(call))));

        routes.Post("/api/checkout/ach/{merchantId}", gate.SessionOfMerchant(call => WaitAsync(call, "bankTransferInfo", "PENDING", _ => call.Required("token"))));
        routes.Post("/api/checkout/pix", gate.Session(call => WaitAsync(call, "pixInfo", "INITIATED", answer =>
        {
            RequireMerchant(call);
            call.Required("email");
            (answer["brCode"], answer["expires"]) = ("00020126580014br.gov.bcb.pix", Expiry);
            answer["quote"] = JsonNode.Parse(call.At("subtotal").GetRawText());
        })));
        Map(routes, "/api/checkout/iban", call => WaitAsync(call, "ibanInfo", "INITIATED", answer =>
        {
            RequireMerchant(call);
            (answer["account"], answer["accountHolderName"], answer["reference"]) = ("DE89370400440532013000", "Coinflow Simulator", "SIM-1");
            (answer["expires"], answer["address"], answer["amount"]) = (Expiry, Address(), JsonNode.Parse(call.At("subtotal").GetRawText()));
        }));
        Map(routes, "/api/checkout/wire", call => WaitAsync(call, "wireInfo", "INITIATED", answer =>
        {
            RequireMerchant(call);
            (answer["account_number"], answer["wireRoutingNumber"], answer["recipientName"]) = ("000123456789", "110000000", "Coinflow Simulator");
            (answer["memo"], answer["expires"], answer["address"]) = ("SIM-1", Expiry, Address());
            answer["amount"] = JsonNode.Parse(call.At("subtotal").GetRawText());
        }));
        Map(routes, "/api/checkout/interac", call => WaitAsync(call, "interacInfo", "INITIATED", answer =>
        {
            RequireMerchant(call);
            (answer["email"], answer["phone"]) = (call.Text("email"), call.Text("phone"));
        }));
        routes.Post("/api/checkout/cashapp/{merchantId}", gate.SessionOfMerchant(call => WaitAsync(call, "cashAppInfo", "INITIATED", answer =>
            (answer["cashAppLink"], answer["expiresAt"]) = ("https://cash.app/simulator", Expiry))));
        routes.Post("/api/checkout/apa/{merchantId}", gate.SessionOfMerchant(call => WaitAsync(call, "apaInfo", "INITIATED", _ => call.Required("credentialValue"))));
        foreach (var name in new[] { "paypal", "venmo" })
        {
            routes.Post($"/api/checkout/{name}/{{merchantId}}", gate.SessionOfMerchant(call => WaitAsync(call, name + "Info", "INITIATED", _ => { })));
            routes.Post($"/api/checkout/{name}/token/{{merchantId}}", gate.SessionOfMerchant(call => WaitAsync(call, name + "Info", "INITIATED", _ => call.Required("token"))));
        }

        routes.Post("/api/checkout/crypto", gate.Payer(call => WaitAsync(call, "cryptoInfo", "INITIATED", answer =>
        {
            (answer["sessionId"], answer["depositAddress"]) = (simulator.Stage.Ids.Uuid(), simulator.Stage.Ids.CoinAddress());
            (answer["paymentChainName"], answer["paymentCurrencySymbol"], answer["paymentAmount"]) = (call.Required("chain"), call.Required("token"), "1.5");
            (answer["chainLogoUrl"], answer["currencyLogoUrl"]) = ("https://coinflow.cash/chain.png", "https://coinflow.cash/coin.png");
        })));
        routes.Get("/api/checkout/crypto", gate.Merchant(call => call.OkAsync(new JsonObject
        {
            ["chains"] = new JsonArray(new JsonObject
            {
                ["name"] = "base",
                ["image"] = "https://coinflow.cash/base.png",
                ["tokens"] = new JsonArray("USDC"),
            }),
        })));
    }

    private static JsonObject Address() => new()
    {
        ["address1"] = "1 Test Street",
        ["city"] = "Testville",
        ["state"] = "IL",
        ["zip"] = "60601",
        ["country"] = "US",
    };

    private static void RequireCard(CoinflowSimulatorCall call)
    {
        foreach (var field in new[] { "cardToken", "expYear", "expMonth", "email", "firstName", "lastName" })
        {
            if (call.At("card") is not { ValueKind: JsonValueKind.Object } card || !card.TryGetProperty(field, out _))
            {
                throw CoinflowSimulatorCall.Invalid("card." + field, $"'{field}' is required");
            }
        }
    }

    private void Map(SimulatorRoutes routes, string path, Func<CoinflowSimulatorCall, Task> handler)
    {
        routes.Post(path, gate.Session(handler));
        routes.Post(path + "/token", gate.Session(call =>
        {
            call.Required("token");
            return handler(call);
        }));
    }

    private void RequireMerchant(CoinflowSimulatorCall call)
    {
        if (call.Required("merchantId") != simulator.Options.MerchantId)
        {
            throw CoinflowSimulatorCall.NotFound();
        }
    }

    private void RequireKnownCard(CoinflowSimulatorCall call)
    {
        if (call.Text("token") is null && call.Text("subscriptionPlanCode") is null
            && simulator.FindTransaction(call.Required("originalPaymentId")) is null)
        {
            throw new CoinflowFault(
                StatusCodes.Status410Gone, new JsonObject { ["message"] = "Original payment not found", ["reason"] = "CVV must be revalidated" });
        }
    }

    private async Task CardAsync(CoinflowSimulatorCall call, SimulatorUrls urls, Action require)
    {
        gate.RequireFunctional(call.UserId!);
        require();
        var subtotal = call.Text("subscriptionPlanCode") is null ? call.At("subtotal") : PriceOfPlan();
        Challenge(call, urls, subtotal);
        var opened = CoinflowSimulatorPayments.Open(simulator, call, "cardInfo", "AUTHORIZED", subtotal);
        if (call.At("authOnly").ValueKind == JsonValueKind.True)
        {
            await simulator.Stage.Notify(opened).WaitAsync(call.Context.RequestAborted).ConfigureAwait(false);
            await call.OkAsync(new JsonObject
            {
                ["paymentId"] = opened.Id,
                ["authorizationExpiration"] = ApiResponse.Time(opened.CreatedAt.AddDays(7)),
            }).ConfigureAwait(false);
            return;
        }

        // As at Coinflow, the response does not wait for the webhook.
        _ = simulator.Stage.Begin(opened.Id, Transitions.Pay).Sent;
        await call.OkAsync(new JsonObject { ["paymentId"] = opened.Id }).ConfigureAwait(false);
    }

    /// <summary>Responds 412 for a subtotal that ends in .98, until the call contains the challenge's id.</summary>
    private void Challenge(CoinflowSimulatorCall call, SimulatorUrls urls, JsonElement subtotal)
    {
        var (price, _) = CoinflowSimulatorPayments.Read(subtotal);
        var id = call.At("authentication3DS") is { ValueKind: JsonValueKind.Object } step && step.TryGetProperty("transactionId", out var value)
            ? value.GetString()
            : null;
        if (price % 1 != 0.98m || (id is not null && _challenges.TryRemove(id, out _)))
        {
            return;
        }

        var transactionId = simulator.Stage.Ids.Uuid();
        _challenges[transactionId] = true;
        throw new CoinflowFault(StatusCodes.Status412PreconditionFailed, new JsonObject
        {
            ["transactionId"] = transactionId,
            ["url"] = urls.Base(call.Context) + "/challenge",
            ["creq"] = "eyJzaW11bGF0b3IiOnRydWV9",
        });
    }

    private Task ZeroAsync(CoinflowSimulatorCall call)
    {
        gate.RequireFunctional(call.UserId!);
        if (call.Text("token") is null)
        {
            RequireCard(call);
        }

        return call.OkAsync(new JsonObject
        {
            ["paymentId"] = simulator.Stage.Ids.Uuid(),
            ["authorizationExpiration"] = ApiResponse.Time(simulator.Options.TimeProvider.GetUtcNow().AddDays(7)),
        });
    }

    private Task WaitAsync(CoinflowSimulatorCall call, string method, string word, Action<JsonObject> fill)
    {
        gate.RequireFunctional(call.UserId!);
        var answer = new JsonObject { ["paymentId"] = null };
        fill(answer);
        answer["paymentId"] = CoinflowSimulatorPayments.Open(simulator, call, method, word, call.At("subtotal")).Id;
        return call.OkAsync(answer);
    }

    private static JsonElement PriceOfPlan()
    {
        using var document = JsonDocument.Parse("""{"cents":1000,"currency":"USD"}""");
        return document.RootElement.Clone();
    }
}
