using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Refunds and disputes.</summary>
internal sealed class CoinflowSimulatorRefundRoutes(CoinflowSimulator simulator, CoinflowSimulatorGate gate)
{
    private readonly ConcurrentQueue<Refund> _refunds = new();
    private readonly ConcurrentDictionary<string, JsonObject> _drafts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.Ordinal);

    public void Map(SimulatorRoutes routes)
    {
        routes.Put("/api/merchant/payments/{id}/refund", gate.Merchant(RefundAsync));
        routes.Get("/api/merchant/payments/{id}/refund-quote", gate.Merchant(call =>
            call.OkAsync(CoinflowSimulatorPayments.RefundTotals(Find(call.Id).Refundable, Find(call.Id).Currency))));
        routes.Get("/api/refunds", gate.Merchant(call => call.OkAsync(Write(_refunds))));
        routes.Get("/api/refunds/payment/{id}", gate.Merchant(call =>
            call.OkAsync(Write(_refunds.LastOrDefault(refund => refund.PaymentId == call.Id) ?? throw CoinflowSimulatorCall.NotFound()))));
        routes.Get("/api/refunds/payment/{id}/all", gate.Merchant(call =>
            call.OkAsync(Write(_refunds.Where(refund => refund.PaymentId == call.Id)))));
        routes.Post("/api/refunds/{id}/retry", gate.Merchant(call => _refunds.Any(refund => refund.Id == call.Id)
            ? call.OkAsync(new JsonObject { ["jobId"] = "RefundPipeline" + call.Id })
            : throw CoinflowSimulatorCall.NotFound()));

        routes.Get("/api/merchant/chargebacks", gate.Merchant(call =>
            call.OkAsync(new JsonArray([.. call.Page(simulator.Transactions.Where(IsDisputed)).Select(Chargeback)]))));
        routes.Get("/api/merchant/chargebacks/rate", gate.Merchant(call => call.OkAsync(new JsonObject { ["rate"] = 0.01m })));
        routes.Get("/api/merchant/chargebacks/{id}", gate.Merchant(call => call.OkAsync(Chargeback(Disputed(call.Id)))));
        routes.Get("/api/merchant/chargebacks/{id}/draft", gate.Merchant(call =>
            call.OkAsync((_drafts.GetValueOrDefault(Disputed(call.Id).Id) ?? []).DeepClone())));
        routes.Put("/api/merchant/chargebacks/{id}/draft", gate.Merchant(call => TakeAsync(call, () =>
            _drafts[call.Id] = JsonNode.Parse(call.Body.GetRawText())!.AsObject())));
        routes.Put("/api/merchant/chargebacks/{id}/ignore", gate.Merchant(call => TakeAsync(call, () =>
            _answered[call.Id] = call.At("ignore").ValueKind == JsonValueKind.True)));
        routes.Post("/api/merchant/chargebacks/{id}/respond", gate.Merchant(call => TakeAsync(call, () => _answered[call.Id] = true)));
    }

    private static bool IsDisputed(SimulatorTransaction transaction) => transaction.Status == PaymentStatus.Disputed;

    private SimulatorTransaction Find(string id) =>
        simulator.FindTransaction(id) is { } found && CoinflowSimulatorPayments.IsPayment(found) ? found : throw CoinflowSimulatorCall.NotFound();

    private SimulatorTransaction Disputed(string id) => Find(id) is var found && IsDisputed(found) ? found : throw CoinflowSimulatorCall.NotFound();

    private Task TakeAsync(CoinflowSimulatorCall call, Action step)
    {
        Disputed(call.Id);
        step();
        return call.OkAsync();
    }

    private Task RefundAsync(CoinflowSimulatorCall call)
    {
        if (call.Required("refundReason") is not ("userCancellation" or "failedFulfillment" or "buyerFraud" or "other"))
        {
            throw CoinflowSimulatorCall.Invalid("refundReason", "should be one of the following; ['userCancellation','failedFulfillment','buyerFraud','other']");
        }

        var payment = Find(call.Id);
        var part = call.At("partialAmount");
        decimal? amount = null;
        if (part.ValueKind == JsonValueKind.Object)
        {
            // The currency is the payment's: the API reads only the cents.
            CoinflowSimulatorPayments.Read(part, "partialAmount");
            amount = CurrencyUnits.ToMajor(part.GetProperty("cents").GetInt64(), payment.Currency);
        }

        var before = payment.Refunded;
        var (now, _) = simulator.Stage.Begin(payment.Id, now =>
        {
            before = now.Refunded;
            return Transitions.Refund(now, amount);
        });
        _refunds.Enqueue(new(simulator.Stage.Ids.Uuid(), now.Id, now.Refunded - before, now.Currency, call.Required("refundReason"), now.UpdatedAt));
        return call.OkAsync(JsonValue.Create("RefundPipeline" + now.Id));
    }

    private JsonArray Write(IEnumerable<Refund> refunds) => [.. refunds.Select(Write)];

    private JsonObject Write(Refund refund) => new()
    {
        ["id"] = refund.Id,
        ["merchantId"] = simulator.Options.MerchantId,
        ["paymentId"] = refund.PaymentId,
        ["totals"] = CoinflowSimulatorPayments.RefundTotals(refund.Amount, refund.Currency),
        ["status"] = "Settled",
        ["reimbursementStatus"] = "Complete",
        ["outstanding"] = new JsonObject { ["cents"] = 0 },
        ["source"] = "Settlement",
        ["method"] = "Card",
        ["reason"] = refund.Reason,
        ["createdAt"] = ApiResponse.Time(refund.CreatedAt),
    };

    private JsonObject Chargeback(SimulatorTransaction transaction) => new()
    {
        ["chargebackId"] = "cb-" + transaction.Id,
        ["reasonCode"] = "10.4",
        ["reasonDescription"] = "Fraud: card absent",
        ["respondByDate"] = ApiResponse.Time(transaction.UpdatedAt.AddDays(14)),
        ["responded"] = _answered.GetValueOrDefault(transaction.Id),
        ["payment"] = CoinflowSimulatorPayments.Write(transaction, simulator),
    };

    private sealed record Refund(string Id, string PaymentId, decimal Amount, string Currency, string Reason, DateTimeOffset CreatedAt);
}
