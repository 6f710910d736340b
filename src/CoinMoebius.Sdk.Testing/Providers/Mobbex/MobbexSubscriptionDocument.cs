using System.Globalization;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Mobbex's notifications about subscriptions: those of payments, with nodes for the plan, the subscriber and the charge.</summary>
internal static class MobbexSubscriptionDocument
{
    private const string TestCurrency = "TEST";

    public static SubscriptionEventType[] Types { get; } =
        [SubscriptionEventType.Created, SubscriptionEventType.Renewed, SubscriptionEventType.PaymentFailed, SubscriptionEventType.Updated];

    /// <summary>Creates the notification; null when Mobbex has none for the event.</summary>
    /// <param name="subscription">The event.</param>
    /// <param name="period">The beginning of the period, from which the id of a charge is derived.</param>
    /// <param name="time">The time, formatted.</param>
    public static JsonObject? Create(TestSubscription subscription, DateTimeOffset period, string time)
    {
        var name = subscription.Type.Value switch
        {
            SubscriptionEventType.Values.Created => MobbexEventTypes.SubscriptionRegistration,
            SubscriptionEventType.Values.Renewed when !subscription.IsTrial => MobbexEventTypes.SubscriptionExecution,
            SubscriptionEventType.Values.PaymentFailed => MobbexEventTypes.SubscriptionExecutionError,
            SubscriptionEventType.Values.Updated when subscription.Status == SubscriptionStatus.Paused => MobbexEventTypes.SubscriptionSubscriberSuspended,
            SubscriptionEventType.Values.Updated => MobbexEventTypes.SubscriptionSubscriberActive,
            _ => null,
        };
        if (name is null)
        {
            return null;
        }

        var currency = subscription.IsTest ? TestCurrency : subscription.Currency;
        var data = new JsonObject
        {
            ["context"] = new JsonObject { ["status"] = "success" },
            ["subscription"] = new JsonObject
            {
                ["uid"] = subscription.ProductId ?? "TESTPLAN0000001",
                ["type"] = "dynamic",
                ["total"] = subscription.Amount,
                ["currency"] = currency,
            },
            ["subscriber"] = new JsonObject { ["uid"] = subscription.SubscriptionId, ["reference"] = subscription.Reference },
            ["entity"] = new JsonObject { ["name"] = "Test shop", ["uid"] = "testshop" },
            ["customer"] = new JsonObject
            {
                ["uid"] = subscription.CustomerRef,
                ["name"] = "Test customer",
                ["email"] = "customer@example.com",
                ["metadata"] = subscription.CustomerRef is null ? new() : new JsonObject { ["customerRef"] = subscription.CustomerRef },
            },
        };
        if (name is MobbexEventTypes.SubscriptionExecution or MobbexEventTypes.SubscriptionExecutionError)
        {
            var chargeId = subscription.ChargeId ?? string.Create(CultureInfo.InvariantCulture, $"{subscription.SubscriptionId}{period.UtcDateTime:yyyyMMdd}");
            var code = name == MobbexEventTypes.SubscriptionExecution ? MobbexStatusCode.Paid : MobbexStatusCode.Declined;
            data["execution"] = new JsonObject { ["uid"] = "EXE" + chargeId, ["total"] = subscription.Amount };
            data["payment"] = new JsonObject
            {
                ["id"] = chargeId,
                ["description"] = "Test subscription",
                ["status"] = new JsonObject { ["code"] = code.ToString(), ["text"] = code.Meaning, ["message"] = code.Meaning },
                ["total"] = subscription.Amount,
                ["currency"] = new JsonObject { ["code"] = currency, ["text"] = currency, ["symbol"] = subscription.IsTest ? "T$" : "$" },
                ["created"] = time,
                ["updated"] = time,
            };
        }

        return new() { ["type"] = name, ["data"] = data };
    }
}
