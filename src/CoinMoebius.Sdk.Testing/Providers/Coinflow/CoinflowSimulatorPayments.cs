using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Opens payments, and writes them in the API's format.</summary>
internal static class CoinflowSimulatorPayments
{
    /// <summary>The first word of a checkout by link, which is not a payment until its page is used.</summary>
    public const string Link = "LINK";

    private static readonly string[] Fees = ["creditCardFees", "chargebackProtectionFees", "gasFees", "fxFees"];

    /// <summary>Opens the payment of a call. Its <see cref="SimulatorTransaction.State"/> is the method's field and the first word.</summary>
    public static SimulatorTransaction Open(CoinflowSimulator simulator, CoinflowSimulatorCall call, string method, string word, JsonElement subtotal)
    {
        var (price, currency) = Read(subtotal);
        var info = call.At("webhookInfo");
        var id = simulator.Stage.Ids.Uuid();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (info.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in info.EnumerateObject())
            {
                metadata[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            }
        }

        var reference = metadata.GetValueOrDefault("orderId");
        if (call.UserId is { } user)
        {
            metadata[CheckoutMetadata.CustomerRef] = user;
        }

        return simulator.Open(new()
        {
            Id = id,
            Title = reference ?? "Purchase",
            Price = price,
            Currency = currency,
            Reference = reference,
            Metadata = metadata,
            ReturnUrl = Uri.TryCreate(At(call.At("standaloneLinkConfig"), "callbackUrl").ToString(), UriKind.Absolute, out var callback) ? callback : null,
            State = $"{method}/{word}",
            Request = call.Body,
        });
    }

    /// <summary>The amount in major units and its currency.</summary>
    public static (decimal Amount, string Currency) Read(JsonElement money, string field = "subtotal")
    {
        var currency = At(money, "currency") is { ValueKind: JsonValueKind.String } code ? code.GetString()!.ToUpperInvariant() : "USD";
        return At(money, "cents") is { ValueKind: JsonValueKind.Number } cents && cents.TryGetInt64(out var whole) && whole > 0
            ? (CurrencyUnits.ToMajor(whole, currency), currency)
            : throw CoinflowSimulatorCall.Invalid(field + ".cents", "invalid integer number");
    }

    /// <summary>False for a checkout by link that has not been used.</summary>
    public static bool IsPayment(SimulatorTransaction transaction) =>
        !(transaction.Status == PaymentStatus.Pending && First(transaction) == Link && !transaction.IsAwaitingSettlement);

    public static string Method(SimulatorTransaction transaction) => transaction.State!.Split('/')[0];

    /// <summary>The status in Coinflow's words.</summary>
    public static string Word(SimulatorTransaction transaction) => transaction.Status.Value switch
    {
        PaymentStatus.Values.Succeeded or PaymentStatus.Values.PartiallyRefunded => "SETTLED",
        PaymentStatus.Values.Refunded => "REFUNDED",
        PaymentStatus.Values.Disputed => "CHARGEBACK",
        PaymentStatus.Values.Partial => "DEPOSITED",
        PaymentStatus.Values.Failed => First(transaction) == "VOIDED" ? "VOIDED" : "FAILED",
        _ => First(transaction) == Link ? "AUTHORIZED" : First(transaction),
    };

    public static JsonObject Write(SimulatorTransaction transaction, CoinflowSimulator simulator)
    {
        var payment = new JsonObject
        {
            ["_id"] = transaction.Id.Replace("-", "", StringComparison.Ordinal)[..24],
            ["paymentId"] = transaction.Id,
            ["totals"] = Totals(transaction),
            ["customer"] = transaction.Get(CheckoutMetadata.CustomerRef),
            ["merchant"] = new JsonObject
            {
                // Like the API, a complete merchant includes its keys.
                ["merchantId"] = simulator.Options.MerchantId,
                ["apiKey"] = simulator.Options.ApiKey,
                ["webhookValidationKey"] = simulator.Options.WebhookValidationKey,
            },
            ["chargebackProtectionDecision"] = "Not Enabled",
            ["createdAt"] = ApiResponse.Time(transaction.CreatedAt),
            [Method(transaction)] = new JsonObject { ["status"] = Word(transaction) },
        };
        if (transaction.Request.ValueKind == JsonValueKind.Object && transaction.Request.TryGetProperty("webhookInfo", out var info))
        {
            payment["webhookInfo"] = JsonNode.Parse(info.GetRawText());
        }

        if (transaction.Refunded > 0)
        {
            payment["refundInfo"] = new JsonObject
            {
                ["count"] = transaction.Refunds.Count(refund => refund.Status == RefundStatus.Succeeded),
                ["refundedAt"] = ApiResponse.Time(transaction.UpdatedAt),
                ["amount"] = Money(transaction.Refunded, transaction.Currency),
            };
        }

        return payment;
    }

    public static JsonObject Totals(SimulatorTransaction transaction) => Totals(transaction.Price, transaction.Currency);

    public static JsonObject Totals(decimal price, string currency)
    {
        var totals = new JsonObject { ["subtotal"] = Money(price, currency), ["total"] = Money(price, currency) };
        foreach (var fee in Fees)
        {
            totals[fee] = Money(0, currency);
        }

        return totals;
    }

    public static JsonObject Money(decimal amount, string currency) => new()
    {
        ["cents"] = WebhookSignerExtensions.ToMinor(amount, CurrencyUnits.GetExponent(currency)),
        ["currency"] = currency,
    };

    public static JsonObject RefundTotals(decimal amount, string currency) => new()
    {
        ["subtotal"] = Money(amount, currency),
        ["processorFees"] = Money(0, currency),
        ["total"] = Money(amount, currency),
        ["rate"] = 1,
        ["resolution"] = Money(0, currency),
    };

    private static string First(SimulatorTransaction transaction) => transaction.State!.Split('/')[1];

    private static JsonElement At(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
