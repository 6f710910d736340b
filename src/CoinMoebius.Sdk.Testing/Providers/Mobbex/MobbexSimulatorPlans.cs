using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Mobbex;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Subscriptions, subscribers, saved cards and Dev Connect, as documents that are stored and returned.</summary>
internal sealed class MobbexSimulatorPlans(SimulatorIds ids, MobbexSimulatorOptions options)
{
    private const int PageSize = 15;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Page = "https://mobbex.com/p/";

    private readonly ConcurrentDictionary<string, Plan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _connections = new(StringComparer.Ordinal);

    public void Map(MobbexSimulatorCalls calls)
    {
        const string plan = "/p/subscriptions/{plan}";
        const string subscriber = plan + "/subscriber/{subscriber}";
        calls.Post("/p/subscriptions", (_, body) => Create(body));
        calls.Get("/p/subscriptions", context => List(context, _plans.Values.OrderBy(static item => item.Number).Select(static item => item.Document)));
        calls.Get(plan, context => Copy(Find(context).Document));
        calls.Post(plan, (context, body) => Update(Find(context).Document, body));
        calls.Get(plan + "/action/activate", context => Act(Find(context).Document, MobbexSubscriptionStatuses.Active));
        calls.Get(plan + "/action/delete", context => Act(Find(context).Document, MobbexSubscriptionStatuses.Deleted));
        calls.Post(plan + "/subscriber", (context, body) => Subscribe(context, Find(context), body));
        calls.Get(plan + "/subscriber", context => List(context, Find(context).Subscribers.Values.OrderBy(Number).Where(item => Holds(item, context.Request.Query["search"]))));
        calls.Get(subscriber, context => Copy(FindSubscriber(context)));
        calls.Post(subscriber, (context, body) => Update(FindSubscriber(context), body));
        calls.Get(subscriber + "/action/suspend", context => Act(FindSubscriber(context), MobbexSubscriptionStatuses.Suspended));
        calls.Get(subscriber + "/action/activate", context => Act(FindSubscriber(context), MobbexSubscriptionStatuses.Active));
        calls.Post(subscriber + "/action/reschedule", (context, body) => Update(FindSubscriber(context), body));
        calls.Post(subscriber + "/action/move", Move);
        calls.Post(subscriber + "/action/schedule", (context, _) => Copy(FindSubscriber(context)));
        calls.Delete(subscriber + "/action/delete", context => Act(FindSubscriber(context), MobbexSubscriptionStatuses.Deleted));
        calls.Get(subscriber + "/execution", context => Charge(context, default));
        calls.Post(subscriber + "/execution", Charge);
        calls.Get(subscriber + "/execution/{execution}/action/retry", context => Act(FindSubscriber(context), null));
        calls.Get(subscriber + "/execution/{execution}/action/paid", context => Act(FindSubscriber(context), null));
        calls.Post("/p/wallet", (_, body) => Wallet(body));
        calls.Post("/p/developer/connect", (_, body) => Connect(body), MobbexSimulatorCalls.Keys.Application);
        calls.Get("/p/developer/connect/{id}/credentials", Credentials, MobbexSimulatorCalls.Keys.Application);
    }

    private static JsonNode Copy(JsonObject document)
    {
        lock (document)
        {
            return document.DeepClone();
        }
    }

    private static JsonNode Update(JsonObject document, JsonElement body)
    {
        lock (document)
        {
            foreach (var member in JsonObject.Create(body)!)
            {
                document[member.Key == "customerData" ? "customer" : member.Key] = member.Value?.DeepClone();
            }

            return document.DeepClone();
        }
    }

    private static Task<JsonObject> Act(JsonObject document, string? status)
    {
        lock (document)
        {
            document["status"] = status ?? document["status"]?.DeepClone();
        }

        return Task.FromResult(new JsonObject { ["result"] = true });
    }

    private static JsonObject List(HttpContext context, IEnumerable<JsonObject> documents)
    {
        var page = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return new() { ["docs"] = new JsonArray([.. documents.Skip(page * PageSize).Take(PageSize).Select(Copy)]) };
    }

    private static bool Holds(JsonObject document, string? text) =>
        string.IsNullOrEmpty(text) || Copy(document).ToJsonString().Contains(text, StringComparison.OrdinalIgnoreCase);

    private static long Number(JsonObject document) => long.Parse(((string)document["uid"]!).Split('-')[1], CultureInfo.InvariantCulture);

    private static string Required(JsonElement body, string name) =>
        MobbexSimulatorCalls.Text(body, name) ?? throw MobbexSimulatorRefusal.Invalid(name + " is required");

    private JsonNode Create(JsonElement body)
    {
        foreach (var name in new[] { "name", "description", "currency", "type", "interval" })
        {
            Required(body, name);
        }

        var plan = new Plan(ids.Number(), JsonObject.Create(body)!);
        var uid = $"{ids.Text(Letters, 8)}-{plan.Number}";
        (plan.Document["uid"], plan.Document["status"], plan.Document["url"]) = (uid, MobbexSubscriptionStatuses.Active, Page + "subscriptions/subscribe/" + uid);
        plan.Document["shorten_url"] = Page + "s/" + uid;
        _plans[uid] = plan;
        return Copy(plan.Document);
    }

    private JsonNode Subscribe(HttpContext context, Plan plan, JsonElement body)
    {
        Required(body, "reference");
        var document = JsonObject.Create(body)!;
        var uid = $"{ids.Text(Letters, 8)}-{ids.Number()}";
        var page = $"{Page}subscriptions/{MobbexSimulatorCalls.Value(context, "plan")}/subscriber/{uid}";
        (document["uid"], document["status"], document["sourceUrl"], document["subscriberUrl"]) = (uid, MobbexSubscriptionStatuses.Active, page + "/source", page);
        plan.Subscribers[uid] = document;
        return Copy(document);
    }

    private JsonNode Move(HttpContext context, JsonElement body)
    {
        var document = FindSubscriber(context);
        var target = _plans.GetValueOrDefault(Required(body, "sid")) ?? throw MobbexSimulatorRefusal.Unknown("Subscription");
        var uid = MobbexSimulatorCalls.Value(context, "subscriber");
        if (Find(context).Subscribers.TryRemove(uid, out _))
        {
            target.Subscribers[uid] = document;
        }

        return Copy(document);
    }

    private JsonNode Charge(HttpContext context, JsonElement body)
    {
        var subscriber = Copy(FindSubscriber(context));
        var plan = Copy(Find(context).Document);
        var total = body.ValueKind == JsonValueKind.Object ? MobbexSimulatorCalls.Number(body, "total") : null;
        return new JsonObject
        {
            ["uid"] = ids.Text(Letters, 10),
            ["total"] = total ?? (decimal?)subscriber["total"] ?? (decimal?)plan["total"],
            ["reference"] = body.ValueKind == JsonValueKind.Object ? MobbexSimulatorCalls.Text(body, "reference") : null,
        };
    }

    private JsonObject Wallet(JsonElement body) => new()
    {
        ["uid"] = ids.Text(Letters, 10),
        ["reference"] = Required(body, "reference"),
        ["customer"] = body.TryGetProperty("customer", out var customer) ? JsonObject.Create(customer) : null,
    };

    private JsonObject Connect(JsonElement body)
    {
        Required(body, "return_url");
        var id = ids.Text(Letters, 12);
        _connections[id] = 0;
        return new() { ["id"] = id, ["url"] = Page + "developer/connect/" + id };
    }

    private JsonObject Credentials(HttpContext context) => _connections.ContainsKey(MobbexSimulatorCalls.Value(context, "id"))
        ? new() { ["access_token"] = options.AccessToken, ["entity"] = new JsonObject { ["uid"] = options.EntityUid, ["name"] = "Test shop" } }
        : throw MobbexSimulatorRefusal.Unknown("Connection");

    private Plan Find(HttpContext context) =>
        _plans.GetValueOrDefault(MobbexSimulatorCalls.Value(context, "plan")) ?? throw MobbexSimulatorRefusal.Unknown("Subscription");

    private JsonObject FindSubscriber(HttpContext context) =>
        Find(context).Subscribers.GetValueOrDefault(MobbexSimulatorCalls.Value(context, "subscriber")) ?? throw MobbexSimulatorRefusal.Unknown("Subscriber");

    private sealed record Plan(long Number, JsonObject Document)
    {
        public ConcurrentDictionary<string, JsonObject> Subscribers { get; } = new(StringComparer.Ordinal);
    }
}
