using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;
using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Checkouts, payment links and operations.</summary>
internal sealed class MobbexSimulatorApi(MobbexSimulator simulator, MobbexSimulatorCalls calls)
{
    private const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const int IdLength = 18;
    private const int UsualPage = 15;

    private static readonly string[] OfCustomer = ["name", "email", "identification"];

    // Argentina has not used daylight saving time since 2009.
    private static readonly TimeSpan Argentina = TimeSpan.FromHours(-3);

    private SimulatorStage Stage => simulator.Stage;

    public void Map()
    {
        calls.Post("/p/checkout", CreateCheckout);
        calls.Delete("/p/checkout/{id}", DeleteCheckoutAsync);
        calls.Post("/p/payment_order", CreatePaymentOrder);
        calls.Get("/p/operations/{id}", context => Whole(Operation(MobbexSimulatorCalls.Value(context, "id"))));
        calls.Get("/2.0/transactions/coupons/{reference}", context => List(OfReference(MobbexSimulatorCalls.Value(context, "reference"))));
        calls.Post("/2.0/transactions/status", Status);
        calls.Get("/p/operations", Search);
        calls.Get("/p/operations/{id}/refund", context => RefundAsync(MobbexSimulatorCalls.Value(context, "id"), default));
        calls.Post("/p/operations/{id}/refund", (context, body) => RefundAsync(MobbexSimulatorCalls.Value(context, "id"), body));
        calls.Post("/p/operations/{id}/capture", CaptureAsync);
        calls.Get("/p/operations/{id}/release", context =>
        {
            Operation(MobbexSimulatorCalls.Value(context, "id"));
            return Task.FromResult(new JsonObject { ["result"] = true, ["status_message"] = "Released" });
        });
    }

    private JsonObject CreateCheckout(HttpContext context, JsonElement body)
    {
        var customer = body.TryGetProperty("customer", out var value) && value.ValueKind == JsonValueKind.Object ? value : default;
        if (customer.ValueKind != JsonValueKind.Object
            || OfCustomer.Any(name => string.IsNullOrEmpty(MobbexSimulatorCalls.Text(customer, name))))
        {
            throw MobbexSimulatorRefusal.Invalid("customer needs name, email and identification");
        }

        if (body.TryGetProperty("split", out var split) && split.ValueKind == JsonValueKind.Array
            && split.EnumerateArray().Sum(part => MobbexSimulatorCalls.Number(part, "total") ?? 0) != MobbexSimulatorCalls.Number(body, "total"))
        {
            throw MobbexSimulatorRefusal.Invalid("split does not sum to total");
        }

        var reference = MobbexSimulatorCalls.Text(body, "reference") ?? throw MobbexSimulatorRefusal.Invalid("reference is required");
        var currency = MobbexSimulatorCalls.Text(body, "currency") ?? throw MobbexSimulatorRefusal.Invalid("currency is required");
        var opened = Open("CHK:" + Stage.Ids.Text(IdAlphabet, IdLength), body, reference, currency);
        return new()
        {
            ["id"] = opened.Id,
            ["url"] = calls.Urls.PayUrl(context, opened),
            ["description"] = opened.Product.Name,
            ["currency"] = MobbexSimulatorDocument.Currency(opened),
            ["total"] = opened.Price,
            ["created"] = opened.CreatedAt.ToUnixTimeMilliseconds(),
        };
    }

    private JsonObject CreatePaymentOrder(HttpContext context, JsonElement body)
    {
        var opened = Open("PO" + Stage.Ids.Text(IdAlphabet, IdLength), body, MobbexSimulatorCalls.Text(body, "reference"), "ARS");
        return new()
        {
            ["uid"] = opened.Id,
            ["url"] = calls.Urls.PayUrl(context, opened),
            ["description"] = opened.Product.Name,
            ["reference"] = opened.Reference,
            ["total"] = opened.Price,
        };
    }

    private SimulatorTransaction Open(string id, JsonElement body, string? reference, string currency)
    {
        var description = MobbexSimulatorCalls.Text(body, "description") ?? throw MobbexSimulatorRefusal.Invalid("description is required");
        if (MobbexSimulatorCalls.Number(body, "total") is not { } total || !Money.IsValid(total, currency))
        {
            throw MobbexSimulatorRefusal.Invalid("total must be a positive number with two decimals at most, in a currency");
        }

        if (reference is not null && OfReference(reference).Any(static item => MobbexSimulatorDocument.Code(item).IsPaid))
        {
            throw MobbexSimulatorRefusal.Invalid("An operation with this reference is paid already");
        }

        return simulator.Open(new()
        {
            Id = id,
            PaymentId = simulator.FindRail(simulator.Provider)!.Signer!.CreatePaymentId(Stage.Ids.Number()),
            Title = description,
            Price = total,
            Currency = currency.ToUpperInvariant(),
            Reference = reference,
            WebhookUrl = Url(body, "webhook", LoopbackUrl.IsHere, "webhook must lead to this machine, as the simulator sends nothing elsewhere"),
            ReturnUrl = Url(body, "return_url", static _ => true, "return_url is not a URL"),
            IsTest = body.TryGetProperty("test", out var test) && test.ValueKind == JsonValueKind.True,
            Request = body,
        });
    }

    private static Uri? Url(JsonElement body, string name, Func<Uri, bool> isGood, string problem) => MobbexSimulatorCalls.Text(body, name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && isGood(url) ? url
        : throw MobbexSimulatorRefusal.Invalid(problem);

    private async Task<JsonObject> DeleteCheckoutAsync(HttpContext context)
    {
        var id = MobbexSimulatorCalls.Value(context, "id");
        if (Stage.Find(id)?.Id != id)
        {
            throw MobbexSimulatorRefusal.Unknown("Checkout");
        }

        await Stage.ChangeAsync(id, static now => Transitions.Decline(now) with { State = MobbexSimulatorStates.Deleted }, context.RequestAborted).ConfigureAwait(false);
        return new() { ["result"] = true };
    }

    private SimulatorTransaction Operation(string id) =>
        Stage.Find(id) is { } found && found.ProviderPaymentId == id && MobbexSimulatorDocument.IsOperation(found) ? found : throw MobbexSimulatorRefusal.Unknown("Operation");

    private IEnumerable<SimulatorTransaction> Newest() => simulator.Transactions.Where(MobbexSimulatorDocument.IsOperation).Reverse();

    private IEnumerable<SimulatorTransaction> OfReference(string reference) => Newest().Where(item => item.Reference == reference);

    private JsonObject Whole(SimulatorTransaction transaction) => new JsonObject
    {
        ["transactions"] = List([transaction]),
        ["transaction"] = MobbexSimulatorDocument.Operation(transaction, simulator.Options),
    };

    private JsonArray List(IEnumerable<SimulatorTransaction> transactions) =>
        new([.. transactions.Select(item => MobbexSimulatorDocument.Record(item, simulator.Options))]);

    // The response to this lookup has no "data" envelope.
    private Task<JsonObject> Status(HttpContext context, JsonElement body) => Task.FromResult(new JsonObject
    {
        ["result"] = true,
        ["transactions"] = List([Operation(MobbexSimulatorCalls.Text(body, "id") ?? "")]),
    });

    private JsonObject Search(HttpContext context)
    {
        var query = context.Request.Query;
        var page = Whole("page", 0) ?? throw MobbexSimulatorRefusal.Invalid("page is required");
        var limit = Whole("limit", 1) ?? UsualPage;
        if (limit > MobbexOperationQuery.MaxPageSize)
        {
            throw MobbexSimulatorRefusal.Invalid("limit is 50 at most");
        }

        var found = Newest()
            .Where(item => Matches("status", MobbexSimulatorDocument.Code(item).ToString()) && Matches("currency", MobbexSimulatorDocument.Currency(item))
                && Matches("reference", item.Reference) && Matches("test", item.IsTest ? "true" : "false")
                && item.Product.Name.Contains(query["text"].ToString(), StringComparison.OrdinalIgnoreCase)
                && IsWithin("created", item.CreatedAt) && IsWithin("updated", item.UpdatedAt));
        return new() { ["docs"] = List(found.Skip(page * limit).Take(limit)), ["page"] = page, ["limit"] = limit };

        int? Whole(string name, int least) =>
            int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least ? value : null;

        bool Matches(string name, string? value) => query[name].Count == 0 || query[name] == value;

        bool IsWithin(string name, DateTimeOffset time) =>
            !(Time(name + "_from") > time) && !(Time(name + "_to") < time);

        DateTimeOffset? Time(string name) => DateTimeOffset.TryParse(query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    private async Task<JsonObject> RefundAsync(string id, JsonElement body)
    {
        Operation(id);
        var isObject = body.ValueKind == JsonValueKind.Object;
        var total = isObject ? MobbexSimulatorCalls.Number(body, "total") : null;
        var isSilent = isObject && body.TryGetProperty("emitEvent", out var emit) && emit.ValueKind == JsonValueKind.False;
        var before = 0m;
        var (after, _) = await BeginAsync(id, now =>
        {
            before = now.Refunded;
            return Refund(now, total, isSilent);
        }).ConfigureAwait(false);
        return new() { ["result"] = true, ["status_message"] = MobbexSimulatorDocument.Code(after).Meaning, ["total"] = after.Refunded - before };
    }

    private SimulatorTransaction Refund(SimulatorTransaction now, decimal? total, bool isSilent)
    {
        if (MobbexSimulatorDocument.IsAuthorized(now) && now.Status == PaymentStatus.Succeeded)
        {
            throw MobbexSimulatorRefusal.Invalid("The operation was not captured");
        }

        var isSameDay = now.Refunded == 0 && Day(now.UpdatedAt) == Day(Stage.Options.TimeProvider.GetUtcNow());
        if (isSameDay && total < now.Received)
        {
            throw MobbexSimulatorRefusal.Invalid("A part can be refunded from the day after the payment on");
        }

        return Transitions.Refund(now, total) with
        {
            State = (isSameDay, isSilent) switch
            {
                (true, true) => MobbexSimulatorStates.VoidedSilently,
                (true, false) => MobbexSimulatorStates.Voided,
                (false, true) => MobbexSimulatorStates.Silent,
                _ => MobbexSimulatorStates.Captured,
            },
        };
    }

    private async Task<JsonObject> CaptureAsync(HttpContext context, JsonElement body)
    {
        var id = Operation(MobbexSimulatorCalls.Value(context, "id")).ProviderPaymentId;
        var total = MobbexSimulatorCalls.Number(body, "total") ?? throw MobbexSimulatorRefusal.Invalid("total is required");
        var (after, _) = await BeginAsync(id, now =>
        {
            if (!MobbexSimulatorDocument.IsAuthorized(now) || now.Status != PaymentStatus.Succeeded)
            {
                throw MobbexSimulatorRefusal.Invalid("The operation is not authorised");
            }

            return total > 0 && total <= now.Price
                ? now with { State = MobbexSimulatorStates.Captured, Received = total }
                : throw MobbexSimulatorRefusal.Invalid("total is more than was authorised");
        }).ConfigureAwait(false);
        return new() { ["result"] = true, ["status_message"] = MobbexSimulatorDocument.Code(after).Meaning, ["total"] = total };
    }

    /// <summary>Takes a step and starts its webhook; the API's response does not wait for the merchant's.</summary>
    private Task<(SimulatorTransaction Transaction, Task Sent)> BeginAsync(string id, Func<SimulatorTransaction, SimulatorTransaction> step) =>
        Task.FromResult(Stage.Begin(id, step));

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Argentina).DateTime);
}
