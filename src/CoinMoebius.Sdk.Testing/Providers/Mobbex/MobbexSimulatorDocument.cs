using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Transactions as Mobbex describes them.</summary>
internal static class MobbexSimulatorDocument
{
    private static readonly MobbexStatusCode[] Final =
        [MobbexStatusCode.Paid, MobbexStatusCode.Authorized, MobbexStatusCode.Settled, MobbexStatusCode.Released, MobbexStatusCode.OnHold];

    /// <summary>True once the payer has tried to pay: before that there is no operation.</summary>
    public static bool IsOperation(SimulatorTransaction transaction) =>
        transaction.State is not (MobbexSimulatorStates.Expired or MobbexSimulatorStates.Deleted)
        && (transaction.Status != PaymentStatus.Pending || transaction.IsAwaitingSettlement);

    public static MobbexStatusCode Code(SimulatorTransaction transaction) => (transaction.News?.Status ?? transaction.Status).Value switch
    {
        PaymentStatus.Values.Pending => transaction.IsAwaitingSettlement ? MobbexStatusCode.OnHold : MobbexStatusCode.Pending,
        PaymentStatus.Values.Failed => transaction.State == MobbexSimulatorStates.Expired ? MobbexStatusCode.Expired : MobbexStatusCode.Declined,
        PaymentStatus.Values.Succeeded or PaymentStatus.Values.Disputed => IsAuthorized(transaction) ? MobbexStatusCode.Authorized : MobbexStatusCode.Paid,
        PaymentStatus.Values.PartiallyRefunded => MobbexStatusCode.PartiallyRefunded,
        PaymentStatus.Values.Refunded => transaction.State is MobbexSimulatorStates.Voided or MobbexSimulatorStates.VoidedSilently ? MobbexStatusCode.Canceled : MobbexStatusCode.Refunded,
        _ => MobbexStatusCode.Pending,
    };

    /// <summary>True for a two-step payment that waits for the second step.</summary>
    public static bool IsAuthorized(SimulatorTransaction transaction) =>
        Text(transaction, "intent") == MobbexIntents.TwoStep && transaction.State is null;

    public static string Currency(SimulatorTransaction transaction) => transaction.IsTest ? "TEST" : transaction.Currency;

    /// <summary>The notification about a transaction's current state; null when Mobbex sends none.</summary>
    public static JsonObject? Notification(SimulatorTransaction transaction, MobbexSimulatorOptions options)
    {
        var code = Code(transaction);
        var isSilent = transaction.State is MobbexSimulatorStates.Deleted or MobbexSimulatorStates.Silent or MobbexSimulatorStates.VoidedSilently;
        if (isSilent || transaction.Status == PaymentStatus.Disputed || transaction.Status == PaymentStatus.Partial || !IsWanted(transaction, code))
        {
            return null;
        }

        return transaction.State == MobbexSimulatorStates.Expired
            ? new() { ["type"] = MobbexEventTypes.CheckoutExpired, ["data"] = Expiry(transaction) }
            : new() { ["type"] = MobbexEventTypes.Checkout, ["data"] = Operation(transaction, options) };
    }

    /// <summary>The operation, as notifications and lookups contain it.</summary>
    public static JsonObject Operation(SimulatorTransaction transaction, MobbexSimulatorOptions options)
    {
        var code = Code(transaction);
        var currency = Currency(transaction);
        return new()
        {
            ["result"] = code.IsPaid,
            ["view"] = new JsonObject { ["type"] = "card" },
            ["payment"] = new JsonObject
            {
                ["id"] = transaction.ProviderPaymentId,
                ["description"] = transaction.Product.Name,
                ["operation"] = new JsonObject { ["type"] = Text(transaction, "intent") ?? MobbexIntents.Payment },
                ["status"] = new JsonObject { ["code"] = code.ToString(), ["text"] = code.Meaning, ["message"] = code.Meaning },
                ["total"] = code.IsRefunded ? transaction.News?.Refund?.Amount ?? transaction.Refunded : transaction.Status == PaymentStatus.Succeeded ? transaction.Received : transaction.Price,
                ["currency"] = new JsonObject { ["code"] = currency, ["text"] = currency, ["symbol"] = transaction.IsTest ? "T$" : "$" },
                ["riskAnalysis"] = new JsonObject { ["band"] = "N/A", ["level"] = "N/A" },
                ["created"] = ApiResponse.Time(transaction.CreatedAt),
                ["updated"] = ApiResponse.Time(transaction.UpdatedAt),
                ["reference"] = transaction.Reference,
                ["source"] = new JsonObject { ["name"] = "Visa", ["type"] = "card", ["reference"] = "visa", ["number"] = "450799******0010" },
            },
            ["entity"] = new JsonObject { ["name"] = "Test shop", ["uid"] = options.EntityUid },
            ["customer"] = Member(transaction, "customer") ?? new JsonObject(),
            ["source"] = new JsonObject { ["name"] = "Visa", ["type"] = "card", ["reference"] = "visa" },
            ["checkout"] = Checkout(transaction),
        };
    }

    /// <summary>The record of a list: the operation, with the members that only lists have.</summary>
    public static JsonObject Record(SimulatorTransaction transaction, MobbexSimulatorOptions options)
    {
        var record = Operation(transaction, options);
        var currency = Currency(transaction);
        record.Remove("result");
        record["uid"] = transaction.ProviderPaymentId;
        record["status"] = Code(transaction).ToString();
        record["description"] = transaction.Product.Name;
        record["type"] = "payment";
        record["total"] = transaction.Price;
        record["reference"] = transaction.Reference;
        record["currency"] = new JsonObject { ["value"] = currency, ["label"] = currency, ["symbol"] = transaction.IsTest ? "T$" : "$", ["hidden"] = false };
        record["created"] = ApiResponse.Time(transaction.CreatedAt);
        record["updated"] = ApiResponse.Time(transaction.UpdatedAt);
        return record;
    }

    private static JsonObject Expiry(SimulatorTransaction transaction) => new()
    {
        ["checkout"] = Checkout(transaction),
        ["data"] = null,
        ["status"] = new JsonObject { ["code"] = MobbexStatusCode.Values.Expired },
    };

    private static JsonObject Checkout(SimulatorTransaction transaction)
    {
        var checkout = new JsonObject
        {
            ["uid"] = transaction.Id,
            ["currency"] = Currency(transaction),
            ["total"] = transaction.Price,
            ["reference"] = transaction.Reference,
        };
        if (Member(transaction, "items") is { } items)
        {
            checkout["items"] = items;
        }

        return checkout;
    }

    /// <summary>Whether the checkout wants the notification; later changes of an operation are always reported.</summary>
    private static bool IsWanted(SimulatorTransaction transaction, MobbexStatusCode code) => Text(transaction, "webhooksType") switch
    {
        MobbexWebhooksTypes.None => false,
        MobbexWebhooksTypes.Final => code.IsRefunded || transaction.State == MobbexSimulatorStates.Expired || Array.IndexOf(Final, code) >= 0,
        MobbexWebhooksTypes.IntermediateAndFinal => code.IsRefunded || transaction.State == MobbexSimulatorStates.Expired
            || code == MobbexStatusCode.InReview || code == MobbexStatusCode.Retained || Array.IndexOf(Final, code) >= 0,
        _ => true,
    };

    private static string? Text(SimulatorTransaction transaction, string name) =>
        Value(transaction, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonNode? Member(SimulatorTransaction transaction, string name) => Value(transaction, name) switch
    {
        { ValueKind: JsonValueKind.Object } value => JsonObject.Create(value),
        { ValueKind: JsonValueKind.Array } value => JsonArray.Create(value),
        _ => null,
    };

    private static JsonElement Value(SimulatorTransaction transaction, string name) =>
        transaction.Request.ValueKind == JsonValueKind.Object && transaction.Request.TryGetProperty(name, out var value) ? value : default;
}
