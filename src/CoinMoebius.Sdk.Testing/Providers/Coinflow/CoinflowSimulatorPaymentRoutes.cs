using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Lookups, and the calls that follow an authorization.</summary>
internal sealed class CoinflowSimulatorPaymentRoutes(CoinflowSimulator simulator, CoinflowSimulatorGate gate)
{
    public void Map(SimulatorRoutes routes)
    {
        routes.Get("/api/merchant/payments", gate.Merchant(call => ListAsync(call, "limit", static _ => true)));
        routes.Get("/api/merchant/payments/ach-returns", gate.Merchant(call => ListAsync(
            call, "pageSize", static item => CoinflowSimulatorPayments.Method(item) == "bankTransferInfo" && item.Status == PaymentStatus.Failed)));
        routes.Get("/api/merchant/payments/{id}", gate.Merchant(call => call.OkAsync(CoinflowSimulatorPayments.Write(Payment(call.Id), simulator))));
        routes.Get("/api/merchant/payments/enhanced/{id}", gate.Merchant(call =>
            call.OkAsync(new JsonObject { ["info"] = new JsonObject { ["bin"] = "424242", ["email"] = Payment(call.Id).Get(CheckoutMetadata.CustomerRef) } })));
        routes.Put("/api/merchant/payments/{id}/settle", gate.Merchant(call => StepAsync(call, Payment(call.Id).Id, Transitions.Pay, "settle")));
        routes.Put("/api/merchant/payments/{id}/fail", gate.Merchant(call => StepAsync(call, Payment(call.Id).Id, Transitions.Decline, "fail")));
        routes.Get("/api/customer/history", gate.Session(call => call.OkAsync(new JsonObject { ["history"] = new JsonArray([.. Own(call).Select(History)]) })));
        routes.Get("/api/customer/history/{id}", gate.Session(call =>
            call.OkAsync(new JsonObject { ["payment"] = History(Own(call).FirstOrDefault(item => item.Id == call.Id) ?? throw CoinflowSimulatorCall.NotFound()) })));
        routes.Post("/api/checkout/capture", gate.Merchant(CaptureAsync));
        routes.Post("/api/checkout/void", gate.Merchant(VoidAsync));
        routes.Put("/api/checkout/review", gate.Merchant(ReviewAsync));
    }

    /// <summary>The payment with that id; 404 for a checkout that has not been used.</summary>
    internal SimulatorTransaction Payment(string id) =>
        simulator.FindTransaction(id) is { } found && CoinflowSimulatorPayments.IsPayment(found) ? found : throw CoinflowSimulatorCall.NotFound();

    private static JsonObject History(SimulatorTransaction transaction) => new()
    {
        ["paymentId"] = transaction.Id,
        ["merchant"] = "simulator",
        ["totals"] = CoinflowSimulatorPayments.Totals(transaction),
        ["createdAt"] = ApiResponse.Time(transaction.CreatedAt),
        ["status"] = CoinflowSimulatorPayments.Word(transaction),
    };

    private static SimulatorTransaction RequireAuthorized(SimulatorTransaction now) => CoinflowSimulatorPayments.Word(now) == "AUTHORIZED"
        ? now
        : throw new InvalidOperationException("The payment is not authorized.");

    private IEnumerable<SimulatorTransaction> Own(CoinflowSimulatorCall call) => simulator.Transactions.Where(
        item => CoinflowSimulatorPayments.IsPayment(item) && item.Get(CheckoutMetadata.CustomerRef) == call.UserId);

    private Task ListAsync(CoinflowSimulatorCall call, string sizeName, Func<SimulatorTransaction, bool> match)
    {
        // The newest payments come first; a search finds ids and references.
        var items = simulator.Transactions.Where(CoinflowSimulatorPayments.IsPayment).Where(match)
            .Where(item => call.Query("status") is not { } status || CoinflowSimulatorPayments.Word(item) == status)
            .Where(item => call.Query("search") is not { } search || item.Id == search || item.Reference == search)
            .Where(item => !long.TryParse(call.Query("since"), out var since) || item.CreatedAt.ToUnixTimeMilliseconds() >= since)
            .Where(item => !long.TryParse(call.Query("until"), out var until) || item.CreatedAt.ToUnixTimeMilliseconds() <= until)
            .Reverse();
        return call.OkAsync(new JsonArray([.. call.Page(items, sizeName).Select(item => CoinflowSimulatorPayments.Write(item, simulator))]));
    }

    private async Task StepAsync(
        CoinflowSimulatorCall call, string id, Func<SimulatorTransaction, SimulatorTransaction> step, string? job)
    {
        _ = simulator.Stage.Begin(id, step).Sent;
        await (job is null ? call.OkAsync() : call.OkAsync(JsonValue.Create(job))).ConfigureAwait(false);
    }

    private Task CaptureAsync(CoinflowSimulatorCall call)
    {
        var payment = Payment(call.Required("paymentId"));
        var (amount, currency) = CoinflowSimulatorPayments.Read(call.At("subtotal"));
        _ = simulator.Stage.Begin(payment.Id, now => amount <= now.Price && currency == now.Currency
            ? Transitions.Pay(RequireAuthorized(now) with { Price = amount })
            : throw new InvalidOperationException("More than was authorized, or in another currency.")).Sent;
        return call.OkAsync(new JsonObject { ["jobId"] = simulator.Stage.Ids.Number() });
    }

    private Task VoidAsync(CoinflowSimulatorCall call) => StepAsync(
        call, Payment(call.Required("paymentId")).Id, static now => Transitions.Decline(RequireAuthorized(now) with { State = "cardInfo/VOIDED" }), null);

    private Task ReviewAsync(CoinflowSimulatorCall call)
    {
        Func<SimulatorTransaction, SimulatorTransaction> step = call.At("accept").ValueKind == System.Text.Json.JsonValueKind.True
            ? static now => Transitions.Pay(RequireAuthorized(now))
            : static now => Transitions.Decline(RequireAuthorized(now));
        return StepAsync(call, Payment(call.Required("paymentId")).Id, step, null);
    }
}
