using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex;

namespace CoinMoebius.Sdk.Testing;

/// <summary>
/// Creates Mobbex's notifications about the payments of checkouts and about subscriptions. Mobbex signs nothing:
/// <see cref="SignedWebhook.Query"/> has the token for the URL, in the format of <see cref="MobbexWebhookUrl"/>.
/// </summary>
/// <param name="secret">The secret of the tokens, as given to <see cref="MobbexWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class MobbexWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private static readonly string[][] ReferencePaths =
    [
        ["data", "payment", "reference"], ["data", "checkout", "reference"], ["data", "subscription", "reference"],
        ["data", "subscriber", "reference"], ["data", "subscription", "uid"],
    ];

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.Mobbex;

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.PartiallyRefunded, PaymentStatus.Refunded, PaymentStatus.Reversed];

    /// <inheritdoc/>
    public IReadOnlyCollection<RefundStatus> RefundStatuses { get; } = [RefundStatus.Succeeded];

    /// <inheritdoc/>
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes => MobbexSubscriptionDocument.Types;

    /// <summary>True to create forms instead of JSON, as Mobbex sends them to some integrations. False unless set.</summary>
    public bool AsForm { get; init; }

    /// <summary>The query parameter with the token, as in <see cref="MobbexWebhookOptions.TokenParameter"/>. <c>cm_token</c> unless set.</summary>
    public string TokenParameter { get; init; } = "cm_token";

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "MBX" + number.ToString("D15", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    /// <remarks>
    /// A payment in test mode has the currency <c>TEST</c>, as at Mobbex. A payment without a reference gets none, and its token is that of the
    /// empty text, which <see cref="MobbexWebhookUrl"/> never creates.
    /// </remarks>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (code, total) = ToldStatus.Of(this, payment).Value switch
        {
            PaymentStatus.Values.Succeeded => (MobbexStatusCode.Paid, payment.Amount),
            PaymentStatus.Values.Pending => (MobbexStatusCode.OnHold, payment.Amount),
            PaymentStatus.Values.Failed => (MobbexStatusCode.Declined, payment.Amount),
            PaymentStatus.Values.PartiallyRefunded => (MobbexStatusCode.PartiallyRefunded, payment.ToldRefund!.Amount!.Value),
            PaymentStatus.Values.Refunded => (MobbexStatusCode.Refunded, payment.ToldRefund!.Amount!.Value),
            PaymentStatus.Values.Reversed => (MobbexStatusCode.Canceled, payment.Amount),
            _ => throw this.Unsupported(payment.Status),
        };
        var body = Notification(payment, code, total);
        return Encoding.UTF8.GetBytes(AsForm ? BracketForm.Write(body) : body.ToJsonString());
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A subscription is a subscriber at Mobbex, and the product is its plan. Mobbex has no notification of an end, and states neither the period
    /// of a charge nor whether it is the first.
    /// </remarks>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var body = MobbexSubscriptionDocument.Create(subscription, subscription.StartAt(_timeProvider.GetUtcNow()), Now())
            ?? throw this.Unsupported(subscription.Type);
        return Encoding.UTF8.GetBytes(AsForm ? BracketForm.Write(body) : body.ToJsonString());
    }

    /// <inheritdoc/>
    /// <remarks>The token belongs only to the reference in the body.</remarks>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var token = Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(ReferenceOf(body.Span) ?? "")));
        return new(Provider, body, new Dictionary<string, string>())
        {
            Query = new Dictionary<string, string> { [TokenParameter] = token },
            ContentType = AsForm ? "application/x-www-form-urlencoded" : "application/json",
        };
    }

    private JsonObject Notification(TestPayment payment, MobbexStatusCode code, decimal total)
    {
        var currency = payment.IsTest ? "TEST" : payment.Currency;
        var time = Now();
        return new()
        {
            ["type"] = MobbexEventTypes.Checkout,
            ["data"] = new JsonObject
            {
                ["result"] = code.IsPaid,
                ["view"] = new JsonObject { ["type"] = "card" },
                ["payment"] = new JsonObject
                {
                    ["id"] = payment.PaymentId,
                    ["description"] = "Test payment",
                    ["operation"] = new JsonObject { ["type"] = "payment.v2" },
                    ["status"] = new JsonObject { ["code"] = code.ToString(), ["text"] = code.Meaning, ["message"] = code.Meaning },
                    ["total"] = total,
                    ["currency"] = new JsonObject { ["code"] = currency, ["text"] = currency, ["symbol"] = payment.IsTest ? "T$" : "$" },
                    ["riskAnalysis"] = new JsonObject { ["band"] = "N/A", ["level"] = "N/A" },
                    ["created"] = time,
                    ["updated"] = time,
                    ["reference"] = payment.Reference,
                    ["source"] = new JsonObject { ["name"] = "Visa", ["type"] = "card", ["reference"] = "visa" },
                },
                ["entity"] = new JsonObject { ["name"] = "Test shop", ["uid"] = "testshop" },
                ["customer"] = new JsonObject
                {
                    ["uid"] = payment.CustomerRef,
                    ["name"] = "Test customer",
                    ["email"] = "customer@example.com",
                    ["metadata"] = new JsonObject(payment.MetadataWithCustomer().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
                },
                ["user"] = new JsonObject { ["name"] = "Test customer", ["email"] = "customer@example.com" },
                ["source"] = new JsonObject { ["name"] = "Visa", ["type"] = "card", ["reference"] = "visa" },
                ["checkout"] = new JsonObject
                {
                    ["uid"] = payment.CheckoutId ?? "CHK:" + payment.PaymentId,
                    ["currency"] = currency,
                    ["total"] = payment.Amount,
                    ["reference"] = payment.Reference,
                },
            },
        };
    }

    private string Now() => _timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string? ReferenceOf(ReadOnlySpan<byte> body)
    {
        if (AsForm)
        {
            foreach (var path in ReferencePaths)
            {
                if (BracketForm.Find(body, $"{path[0]}[{path[1]}][{path[2]}]") is { Length: > 0 } value)
                {
                    return value;
                }
            }

            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return ReferencePaths.Select(path => Find(document.RootElement, path)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Find(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
    }
}
