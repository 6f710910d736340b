using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.MakePay;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Creates MakePay's webhooks, with the <c>X-MakePay-Signature</c> header.</summary>
/// <param name="secret">The webhook secret, as given to <see cref="MakePayWebhookOptions"/>.</param>
/// <param name="timeProvider">The clock; the system's unless given.</param>
public sealed class MakePayWebhookSigner(string secret, TimeProvider? timeProvider = null) : IWebhookSigner
{
    private const string ProviderName = "makepay";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret ?? throw new ArgumentNullException(nameof(secret)));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public PaymentProvider Provider => PaymentProvider.MakePay;

    /// <summary>
    /// True to use the versioned envelope (<c>medusa.v1</c>) that MakePay sends to installations of its plugin; false, for the plain one,
    /// unless set.
    /// </summary>
    public bool UseVersionedEnvelope { get; init; }

    /// <inheritdoc/>
    public IReadOnlyCollection<PaymentStatus> Statuses { get; } =
        [PaymentStatus.Succeeded, PaymentStatus.Pending, PaymentStatus.Failed, PaymentStatus.Partial];

    /// <inheritdoc/>
    public IReadOnlyCollection<SubscriptionEventType> SubscriptionTypes { get; } =
        [SubscriptionEventType.PaymentFailed, SubscriptionEventType.Updated, SubscriptionEventType.Canceled];

    /// <inheritdoc/>
    public string CreatePaymentId(long number) => "01jtest" + number.ToString("D19", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    /// <remarks>
    /// <see cref="TestPayment.EventId"/> is the delivery id; in the versioned envelope, it is the id of the group of deliveries. The plain
    /// envelope has a settlement only for an underpayment, as the plugin's types define it: MakePay's own example shows none.
    /// </remarks>
    public byte[] CreateBody(TestPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var status = ToldStatus.Of(this, payment).Value switch
        {
            PaymentStatus.Values.Succeeded => "complete",
            PaymentStatus.Values.Pending => "awaiting_deposit",
            PaymentStatus.Values.Failed => "expired",
            PaymentStatus.Values.Partial => "underpaid",
            _ => throw this.Unsupported(payment.Status),
        };
        var body = UseVersionedEnvelope ? Versioned(payment, status) : Plain(payment, status);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A failed charge is a cycle that was not paid in time. MakePay reports the payment of a cycle as a separate payment, so a renewal has no
    /// webhook about the subscription.
    /// </remarks>
    public byte[] CreateSubscriptionBody(TestSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var status = subscription.Type.Value switch
        {
            SubscriptionEventType.Values.PaymentFailed => "overdue",
            SubscriptionEventType.Values.Canceled => "cancelled",
            SubscriptionEventType.Values.Updated => subscription.Status == SubscriptionStatus.Paused ? "paused" : "active",
            _ => throw this.Unsupported(subscription.Type),
        };
        var dueAt = subscription.StartAt(_timeProvider.GetUtcNow());
        var price = Text(subscription.Amount);
        var metadata = new JsonObject();
        if (subscription.CustomerRef is not null)
        {
            metadata["customerRef"] = subscription.CustomerRef;
        }

        if (subscription.Reference is not null)
        {
            metadata["orderId"] = subscription.Reference;
        }

        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["deliveryId"] = subscription.EventId ?? Guid.NewGuid().ToString(),
            ["type"] = MakePayEventTypes.SubscriptionStatusChanged,
            ["createdAt"] = Now(),
            ["event"] = new JsonObject { ["type"] = "subscription_status_changed" },
            ["subscription"] = new JsonObject
            {
                ["id"] = "f6b7a1de-6f0c-4c66-8d7e-0f1f6f2f8a10",
                ["uid"] = subscription.SubscriptionId,
                ["status"] = status,
                ["previousStatus"] = status == "active" ? "paused" : "active",
                ["customerEmail"] = null,
                ["amountUsd"] = price,
                ["cadence"] = "monthly",
                ["metadata"] = metadata,
            },
            ["cycle"] = new JsonObject
            {
                ["dueAt"] = Iso(dueAt),
                ["amountUsd"] = price,
                ["paymentLinkUid"] = subscription.ChargeId ?? string.Create(
                    CultureInfo.InvariantCulture, $"{subscription.SubscriptionId}{dueAt.UtcDateTime:yyyyMMdd}"),
                ["status"] = status == "overdue" ? "overdue" : "paid",
            },
        }.ToJsonString());
    }

    /// <inheritdoc/>
    public SignedWebhook Sign(ReadOnlyMemory<byte> body)
    {
        var time = _timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body.Span];
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed));
        return new(Provider, body, new Dictionary<string, string> { ["X-MakePay-Signature"] = $"t={time},v1={digest}" });
    }

    private JsonObject Plain(TestPayment payment, string status)
    {
        var session = new JsonObject
        {
            ["id"] = payment.CheckoutId ?? "5b55f0bb-0ac4-4f7c-a1d1-0d9af19c3bbd",
            ["status"] = status,
            ["previousStatus"] = "pending",
            ["invoiceAsset"] = payment.Currency,
            ["invoiceAmount"] = Text(payment.Amount),
        };
        if (payment.Status == PaymentStatus.Partial)
        {
            session["settlement"] = Settlement(payment);
        }

        return new()
        {
            ["deliveryId"] = payment.EventId ?? Guid.NewGuid().ToString(),
            ["type"] = MakePayEventTypes.PaymentStatusChanged,
            ["createdAt"] = Now(),
            ["event"] = new JsonObject { ["type"] = "status_changed", ["trigger"] = "payment_status_reconcile" },
            ["paymentLink"] = new JsonObject
            {
                ["id"] = "8d15bb78-d0f8-45ef-88d7-2a1f1f79644b",
                ["uid"] = payment.PaymentId,
                ["status"] = "active",
                ["publicUrl"] = "https://makepay.io/payment/" + payment.PaymentId,
                ["amount"] = Text(payment.Amount),
                ["currency"] = payment.Currency,
                ["merchantOrderId"] = payment.Reference,
                ["clientEmail"] = null,
                ["clientId"] = null,
                ["metadata"] = Metadata(payment),
            },
            ["session"] = session,
        };
    }

    private JsonObject Versioned(TestPayment payment, string status)
    {
        var metadata = Metadata(payment);
        metadata["medusaSessionId"] = "payses_" + payment.PaymentId;
        metadata["medusaOrderId"] = payment.Reference;
        metadata["medusaOrderDisplayId"] = null;
        metadata["medusaProviderId"] = ProviderName;
        var isSettled = payment.Status == PaymentStatus.Partial || payment.Status == PaymentStatus.Succeeded;
        return new()
        {
            ["schemaVersion"] = "medusa.v1",
            ["deliveryId"] = $"mpwhdel_{Guid.NewGuid():N}",
            ["deliveryGroupId"] = payment.EventId ?? $"mpwhgrp_{Guid.NewGuid():N}{Guid.NewGuid():N}",
            ["type"] = MakePayEventTypes.PaymentStatusChanged,
            ["createdAt"] = Now(),
            ["status"] = status,
            ["companyId"] = "company_test",
            ["grantId"] = "grant_test",
            ["subscriptionId"] = "webhook_test",
            ["installationId"] = "installation_test",
            ["paymentLink"] = new JsonObject
            {
                ["uid"] = payment.PaymentId,
                ["fiatAmount"] = Text(payment.Amount),
                ["fiatCurrency"] = payment.Currency,
                ["metadata"] = metadata,
            },
            ["session"] = new JsonObject
            {
                ["id"] = payment.CheckoutId ?? "mpses_" + payment.PaymentId,
                ["settlement"] = isSettled ? Settlement(payment) : null,
            },
        };
    }

    private static JsonObject Settlement(TestPayment payment) => new()
    {
        ["phase"] = "sent",
        ["settledAmount"] = Text(payment.Status == PaymentStatus.Partial ? payment.Moved : payment.Amount),
        ["settledAsset"] = payment.Currency,
        ["classification"] = payment.Status == PaymentStatus.Partial ? "underpaid" : "matched",
    };

    private static JsonObject Metadata(TestPayment payment) =>
        new(payment.MetadataWithCustomer().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private string Now() => Iso(_timeProvider.GetUtcNow());

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
