using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Client;

namespace CoinMoebius.Sdk.Mobbex.Json;

/// <summary>The JSON serialization of all models.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(TextOrNumberJsonConverter),
        typeof(MobbexBooleanJsonConverter),
        typeof(LenientIntegerJsonConverter),
        typeof(LenientDecimalJsonConverter),
        typeof(MobbexTimeJsonConverter),
        typeof(LenientPageJsonConverter),
    ])]
[JsonSerializable(typeof(MobbexAddress))]
[JsonSerializable(typeof(MobbexAnswer))]
[JsonSerializable(typeof(MobbexCardExpiration))]
[JsonSerializable(typeof(MobbexCardTransaction))]
[JsonSerializable(typeof(MobbexCardholder))]
[JsonSerializable(typeof(MobbexChargeRequest))]
[JsonSerializable(typeof(MobbexCheckout))]
[JsonSerializable(typeof(MobbexCheckoutOptions))]
[JsonSerializable(typeof(MobbexCheckoutRequest))]
[JsonSerializable(typeof(MobbexChosenInstallment))]
[JsonSerializable(typeof(MobbexConnection))]
[JsonSerializable(typeof(MobbexConnectionCredentials))]
[JsonSerializable(typeof(MobbexConversion))]
[JsonSerializable(typeof(MobbexCurrency))]
[JsonSerializable(typeof(MobbexCustomer))]
[JsonSerializable(typeof(MobbexDate))]
[JsonSerializable(typeof(MobbexEntity))]
[JsonSerializable(typeof(MobbexFinancialCost))]
[JsonSerializable(typeof(MobbexInstallmentPart))]
[JsonSerializable(typeof(MobbexInstallmentPlan))]
[JsonSerializable(typeof(MobbexInstallmentTotals))]
[JsonSerializable(typeof(MobbexItem))]
[JsonSerializable(typeof(MobbexMerchant))]
[JsonSerializable(typeof(MobbexOperation))]
[JsonSerializable(typeof(MobbexOperationCheckout))]
[JsonSerializable(typeof(MobbexOperationKind))]
[JsonSerializable(typeof(MobbexPassenger))]
[JsonSerializable(typeof(MobbexPayment))]
[JsonSerializable(typeof(MobbexPaymentMethod))]
[JsonSerializable(typeof(MobbexPaymentOrder))]
[JsonSerializable(typeof(MobbexPaymentOrderRequest))]
[JsonSerializable(typeof(MobbexPaymentSource))]
[JsonSerializable(typeof(MobbexPlace))]
[JsonSerializable(typeof(MobbexPlatform))]
[JsonSerializable(typeof(MobbexRedirectOptions))]
[JsonSerializable(typeof(MobbexRefundRequest))]
[JsonSerializable(typeof(MobbexRiskAnalysis))]
[JsonSerializable(typeof(MobbexRuleInstallments))]
[JsonSerializable(typeof(MobbexSavedCard))]
[JsonSerializable(typeof(MobbexSecondDue))]
[JsonSerializable(typeof(MobbexSource))]
[JsonSerializable(typeof(MobbexSourceInstallments))]
[JsonSerializable(typeof(MobbexSourceView))]
[JsonSerializable(typeof(MobbexSplit))]
[JsonSerializable(typeof(MobbexStatus))]
[JsonSerializable(typeof(MobbexSubscriber))]
[JsonSerializable(typeof(MobbexSubscriberRequest))]
[JsonSerializable(typeof(MobbexSubscription))]
[JsonSerializable(typeof(MobbexSubscriptionRequest))]
[JsonSerializable(typeof(MobbexTheme))]
[JsonSerializable(typeof(MobbexThemeColors))]
[JsonSerializable(typeof(MobbexThemeHeader))]
[JsonSerializable(typeof(MobbexTransaction))]
[JsonSerializable(typeof(MobbexTravel))]
[JsonSerializable(typeof(MobbexUser))]
[JsonSerializable(typeof(MobbexView))]
[JsonSerializable(typeof(MobbexViewOptions))]
[JsonSerializable(typeof(MobbexWalletCard))]
[JsonSerializable(typeof(MobbexWalletCustomer))]
[JsonSerializable(typeof(MobbexWalletCustomerRequest))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(MobbexCaptureRequest))]
[JsonSerializable(typeof(MobbexConnectRequest))]
[JsonSerializable(typeof(MobbexMoveRequest))]
[JsonSerializable(typeof(MobbexStatusRequest))]
internal sealed partial class MobbexJson : JsonSerializerContext;
