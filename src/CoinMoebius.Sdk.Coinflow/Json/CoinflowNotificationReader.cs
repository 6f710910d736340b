using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Coinflow.Json;

/// <summary>Reads a body of any version; the event's name determines the type of its data.</summary>
internal static class CoinflowNotificationReader
{
    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = EventMapping.MaxDepth };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static CoinflowNotification Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body, ParseOptions);
        var root = document.RootElement;
        try
        {
            return root.ValueKind == JsonValueKind.Object && root.At("eventType").ValueKind == JsonValueKind.Undefined ? Legacy(root) : Envelope(root);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json detects invalid UTF-8 and lone surrogates only when a text is read.
            return new() { Data = Other(root) };
        }
    }

    private static CoinflowNotification Envelope(JsonElement root)
    {
        var eventType = root.At("eventType").Text() ?? "";
        var data = Data(root.At("data"), eventType);
        return new()
        {
            EventType = eventType,
            Category = root.At("category").Text(),
            Created = root.At("created").IsoTime(),
            Version = VersionOf(data),
            Data = data,
            AdditionalFields = AdditionalFields(root),
        };
    }

    private static CoinflowNotification Legacy(JsonElement root) => root.At("subtotal").ValueKind == JsonValueKind.Object
        ? new() { Version = CoinflowWebhookVersion.Legacy, Data = Deserialize(root, CoinflowNotificationJson.Default.CoinflowPaymentData) }
        : new() { Data = Other(root) };

    private static CoinflowNotificationData Data(JsonElement data, string eventType) => data.ValueKind != JsonValueKind.Object ? Other(data) : eventType switch
    {
        CoinflowEventTypes.Settled => Deserialize(data, CoinflowNotificationJson.Default.CoinflowSettledData),

        CoinflowEventTypes.CardPaymentDeclined or CoinflowEventTypes.CardPaymentSuspectedFraud =>
            Deserialize(data, CoinflowNotificationJson.Default.CoinflowDeclinedData),

        CoinflowEventTypes.CardPaymentChargebackOpened or CoinflowEventTypes.CardPaymentChargebackWon
            or CoinflowEventTypes.CardPaymentChargebackLost or CoinflowEventTypes.PayPalPaymentChargebackOpened
            or CoinflowEventTypes.PayPalPaymentChargebackWon or CoinflowEventTypes.PayPalPaymentChargebackLost
            or CoinflowEventTypes.VenmoPaymentChargebackOpened or CoinflowEventTypes.VenmoPaymentChargebackWon
            or CoinflowEventTypes.VenmoPaymentChargebackLost => Deserialize(data, CoinflowNotificationJson.Default.CoinflowChargebackData),

        CoinflowEventTypes.CardPaymentAuthorized or CoinflowEventTypes.CardPaymentVoided or CoinflowEventTypes.PaymentAuthorized
            or CoinflowEventTypes.PaymentPendingReview or CoinflowEventTypes.PaymentExpiration or CoinflowEventTypes.UsdcPaymentReceived
            or CoinflowEventTypes.CreditsMinted or CoinflowEventTypes.AchInitiated or CoinflowEventTypes.AchBatched
            or CoinflowEventTypes.AchSuccess or CoinflowEventTypes.AchReturned or CoinflowEventTypes.AchFailed
            or CoinflowEventTypes.AchChargeback or CoinflowEventTypes.PixFailed or CoinflowEventTypes.PixExpiration
            or CoinflowEventTypes.WireInitiated or CoinflowEventTypes.WireFailure or CoinflowEventTypes.IbanFailure
            or CoinflowEventTypes.InteracFailure or CoinflowEventTypes.CashAppFailure or CoinflowEventTypes.PayPalPaymentAuthorized
            or CoinflowEventTypes.PayPalPaymentVoided or CoinflowEventTypes.PayPalFailure or CoinflowEventTypes.VenmoPaymentAuthorized
            or CoinflowEventTypes.VenmoPaymentVoided or CoinflowEventTypes.VenmoFailure or CoinflowEventTypes.CryptoOverpayment
            or CoinflowEventTypes.CryptoUnderpayment => Deserialize(data, CoinflowNotificationJson.Default.CoinflowPaymentData),

        CoinflowEventTypes.Refund or CoinflowEventTypes.RefundComplete or CoinflowEventTypes.RefundFailure
            or CoinflowEventTypes.RefundReturned => Deserialize(data, CoinflowNotificationJson.Default.CoinflowRefundData),

        CoinflowEventTypes.SubscriptionCreated or CoinflowEventTypes.SubscriptionCanceled or CoinflowEventTypes.SubscriptionExpired
            or CoinflowEventTypes.SubscriptionFailure or CoinflowEventTypes.SubscriptionConcluded =>
            Deserialize(data, CoinflowNotificationJson.Default.CoinflowSubscriptionData),

        CoinflowEventTypes.WithdrawPending or CoinflowEventTypes.WithdrawSuccess or CoinflowEventTypes.WithdrawFailure
            or CoinflowEventTypes.WithdrawUnclaimed or CoinflowEventTypes.WithdrawOnHold =>
            Deserialize(data, CoinflowNotificationJson.Default.CoinflowWithdrawData),

        CoinflowEventTypes.KycCreated or CoinflowEventTypes.KycSuccess or CoinflowEventTypes.KycFailure =>
            Deserialize(data, CoinflowNotificationJson.Default.CoinflowKycData),

        CoinflowEventTypes.SubMerchantKybCreated or CoinflowEventTypes.SubMerchantKybSuccess or CoinflowEventTypes.SubMerchantKybFailure
            or CoinflowEventTypes.SellerBlocked => Deserialize(data, CoinflowNotificationJson.Default.CoinflowSubMerchantData),

        CoinflowEventTypes.ReserveReleased => Deserialize(data, CoinflowNotificationJson.Default.CoinflowReserveData),
        CoinflowEventTypes.DisbursedFunds => Deserialize(data, CoinflowNotificationJson.Default.CoinflowDisbursedFundsData),
        CoinflowEventTypes.CryptoPayInFundsReceived => Deserialize(data, CoinflowNotificationJson.Default.CoinflowCryptoPayInData),
        CoinflowEventTypes.CryptoDepositFundsReceived => Deserialize(data, CoinflowNotificationJson.Default.CoinflowCryptoDepositData),
        CoinflowEventTypes.CustomerOverrideLimitThreshold => Deserialize(data, CoinflowNotificationJson.Default.CoinflowLimitThresholdData),
        CoinflowEventTypes.IbanRfiCreated or CoinflowEventTypes.IbanRfiSubmitted =>
            Deserialize(data, CoinflowNotificationJson.Default.CoinflowIbanRfiData),
        _ => Other(data),
    };

    private static CoinflowNotificationData Deserialize<T>(JsonElement data, JsonTypeInfo<T> json)
        where T : CoinflowNotificationData
    {
        try
        {
            return data.Deserialize(json) is { } typed ? typed : Other(data);
        }
        catch (JsonException)
        {
            // An invalid text. Every other unexpected value results in a null field.
            return Other(data);
        }
    }

    private static CoinflowOtherData Other(JsonElement data) =>
        new() { Json = data.ValueKind == JsonValueKind.Undefined ? default : data.Clone() };

    // Payouts and identity checks have a wallet in every version.
    private static CoinflowWebhookVersion VersionOf(CoinflowNotificationData data) => data switch
    {
        CoinflowPaymentNotificationData { CustomerId: not null } or CoinflowSubscriptionData { CustomerId: not null } => CoinflowWebhookVersion.Version3,
        CoinflowPaymentNotificationData { Wallet: not null } or CoinflowSubscriptionData { Wallet: not null } => CoinflowWebhookVersion.Version1Or2,
        _ => CoinflowWebhookVersion.Unknown,
    };

    private static Dictionary<string, JsonElement>? AdditionalFields(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        Dictionary<string, JsonElement>? fields = null;
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name is not ("eventType" or "category" or "created" or "data"))
            {
                (fields ??= new(StringComparer.Ordinal))[property.Name] = property.Value.Clone();
            }
        }

        return fields;
    }
}
