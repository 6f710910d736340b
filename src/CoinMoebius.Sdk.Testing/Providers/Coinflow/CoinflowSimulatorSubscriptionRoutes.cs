using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Plans and their subscribers.</summary>
internal sealed class CoinflowSimulatorSubscriptionRoutes(CoinflowSimulator simulator, CoinflowSimulatorGate gate)
{
    private readonly ConcurrentDictionary<string, JsonObject> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Subscriber> _subscribers = new(StringComparer.Ordinal);

    public void Map(SimulatorRoutes routes)
    {
        const string Plans = "/api/merchant/subscription/plans";
        const string Subscribers = "/api/merchant/subscription/subscribers/{id}";
        routes.Post(Plans, gate.Merchant(CreateAsync));
        routes.Get(Plans, gate.Merchant(ListPlansAsync));
        routes.Put(Plans + "/{id}", gate.Merchant(UpdateAsync));
        routes.Delete(Plans + "/{id}", gate.Merchant(DeleteAsync));
        routes.Get(Plans + "/{id}/subscribers", gate.Merchant(call =>
            call.OkAsync(Write(_subscribers.Values.Where(item => item.Code == Code(Plan(call.Id)))))));
        routes.Patch(Subscribers, gate.Merchant(call => CancelAsync(call, null)));
        routes.Get(Subscribers, gate.Merchant(call => Find(call.Id, null) is { } found
            ? call.OkAsync(new JsonArray(Payment(found)))
            : throw CoinflowSimulatorCall.NotFound()));

        const string Own = "/api/subscription/{merchantId}";
        routes.Get(Own + "/plans", gate.SessionOfMerchant(ListPlansAsync));
        routes.Get(Own + "/plans/{id}", gate.SessionOfMerchant(call => call.OkAsync(Plan(call.Id).DeepClone())));
        routes.Get(Own + "/subscribers", gate.SessionOfMerchant(call =>
            call.OkAsync(Write(_subscribers.Values.Where(item => item.UserId == call.UserId)))));
        foreach (var (method, field) in new[] { ("card", "card"), ("token", "token"), ("ach", "token") })
        {
            routes.Post($"{Own}/subscribers/{method}", gate.SessionOfMerchant(call => SubscribeAsync(call, field)));
        }

        routes.Patch(Own + "/subscribers/{id}", gate.SessionOfMerchant(call => CancelAsync(call, call.UserId)));
    }

    private static string Code(JsonObject plan) => (string)plan["code"]!;

    private JsonObject Plan(string idOrCode) =>
        _plans.Values.FirstOrDefault(plan => Code(plan) == idOrCode || (string?)plan["id"] == idOrCode) ?? throw CoinflowSimulatorCall.NotFound();

    private Subscriber Find(string id, string? userId) =>
        _subscribers.TryGetValue(id, out var found) && (userId is null || found.UserId == userId) ? found : throw CoinflowSimulatorCall.NotFound();

    private Task ListPlansAsync(CoinflowSimulatorCall call) =>
        call.OkAsync(new JsonArray([.. _plans.Values.OrderBy(Code, StringComparer.Ordinal).Select(plan => plan.DeepClone())]));

    private Task CreateAsync(CoinflowSimulatorCall call)
    {
        call.Required("name");
        call.Required("interval");
        CoinflowSimulatorPayments.Read(call.At("amount"), "amount");
        var plan = JsonNode.Parse(call.Body.GetRawText())!.AsObject();
        plan["id"] = simulator.Stage.Ids.Uuid();
        plan["active"] ??= true;
        plan["duration"] ??= 1;
        return _plans.TryAdd(call.Required("code"), plan)
            ? call.OkAsync(plan.DeepClone())
            : throw new CoinflowFault(StatusCodes.Status409Conflict, new JsonObject { ["message"] = "A plan with this code exists" });
    }

    private Task UpdateAsync(CoinflowSimulatorCall call)
    {
        var plan = Plan(call.Id).DeepClone().AsObject();
        foreach (var (name, value) in JsonNode.Parse(call.Body.GetRawText())!.AsObject())
        {
            plan[name] = value?.DeepClone();
        }

        _plans[Code(plan)] = plan;
        return call.OkAsync(plan.DeepClone());
    }

    private Task DeleteAsync(CoinflowSimulatorCall call)
    {
        var plan = Plan(call.Id).DeepClone().AsObject();
        if (_subscribers.Values.Any(item => item.Code == Code(plan)))
        {
            plan["active"] = false;
            _plans[Code(plan)] = plan;
        }
        else
        {
            _plans.TryRemove(Code(plan), out _);
        }

        return call.OkAsync();
    }

    private Task SubscribeAsync(CoinflowSimulatorCall call, string field)
    {
        gate.RequireFunctional(call.UserId!);
        if (call.At(field).ValueKind == System.Text.Json.JsonValueKind.Undefined)
        {
            throw CoinflowSimulatorCall.Invalid(field, $"'{field}' is required");
        }

        var plan = Plan(call.Required("planCode"));
        var subscriber = new Subscriber(simulator.Stage.Ids.Uuid(), call.UserId!, Code(plan), "Active");
        _subscribers[subscriber.Id] = subscriber;
        return call.OkAsync(JsonValue.Create(subscriber.Id));
    }

    private Task CancelAsync(CoinflowSimulatorCall call, string? userId)
    {
        _subscribers[call.Id] = Find(call.Id, userId) with { Status = "Canceled" };
        return call.OkAsync();
    }

    private JsonObject Payment(Subscriber subscriber) => new()
    {
        ["paymentId"] = subscriber.Id,
        ["status"] = "SETTLED",
        ["totals"] = CoinflowSimulatorPayments.Totals(1, "USD"),
        ["paidAt"] = ApiResponse.Time(simulator.Options.TimeProvider.GetUtcNow()),
    };

    private JsonArray Write(IEnumerable<Subscriber> subscribers) => [.. subscribers.Select(item => new JsonObject
    {
        ["id"] = item.Id,
        ["customerId"] = item.UserId,
        ["merchantId"] = simulator.Options.MerchantId,
        ["email"] = "payer@example.com",
        ["plan"] = Plan(item.Code).DeepClone(),
        ["planCode"] = item.Code,
        ["status"] = item.Status,
    })];

    private sealed record Subscriber(string Id, string UserId, string Code, string Status);
}
