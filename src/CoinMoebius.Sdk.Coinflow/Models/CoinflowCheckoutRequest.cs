using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// A hosted checkout: the body of <c>POST /checkout/link</c> and <c>POST /checkout/jwt-token</c>. The API requires no field. Source:
/// https://docs.coinflow.cash/openapi.json.
/// </summary>
public sealed record CoinflowCheckoutRequest : CoinflowPurchaseRequest
{
    /// <summary>The amount, before fees.</summary>
    public CoinflowSubtotal? Subtotal { get; init; }

    /// <summary>
    /// Prevents several purchases from one link or token. The client creates a key unless given, so that the call may be retried; use your
    /// order's id to create one checkout over several calls.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The payer's e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The support address that the payer sees.</summary>
    public string? SupportEmail { get; init; }

    /// <summary>The code of a subscription plan to subscribe to.</summary>
    public string? PlanCode { get; init; }

    /// <summary>The payer's session key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionKey { get; init; }

    /// <summary>The id of the payer's device.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The destination of the settlement.</summary>
    public string? Destination { get; init; }

    /// <summary>The blockchain, of <see cref="CoinflowBlockchains"/>.</summary>
    public string? Blockchain { get; init; }

    /// <summary>The methods to offer, of <see cref="CoinflowPaymentMethods"/>; all configured ones unless given.</summary>
    [JsonConverter(typeof(LenientTextListJsonConverter))]
    public IReadOnlyList<string>? AllowedPaymentMethods { get; init; }

    /// <summary>The kind of the buyer's account: <c>guest</c>, <c>private</c> or <c>business</c>.</summary>
    public string? ChargebackProtectionAccountType { get; init; }

    /// <summary>True to check a card without taking money. Deprecated in Coinflow's own libraries.</summary>
    public bool? IsZeroAuthorization { get; init; }

    /// <summary>Checks a card without taking money.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowZeroAuthorizationConfig>))]
    public CoinflowZeroAuthorizationConfig? ZeroAuthorizationConfig { get; init; }

    /// <summary>True to pay a part from the payer's USDC.</summary>
    public bool? PartialUsdcChecked { get; init; }

    /// <summary>True to check a redemption.</summary>
    public bool? RedemptionCheck { get; init; }

    /// <summary>True to take the payment regardless of the decision of chargeback protection.</summary>
    public bool? OverrideChargebackProtectionDecision { get; init; }

    /// <summary>True to skip chargeback protection.</summary>
    public bool? DoNotReviewChargebackProtection { get; init; }

    /// <summary>The origins of all frames around the checkout.</summary>
    [JsonConverter(typeof(LenientTextListJsonConverter))]
    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>
    /// Amounts to choose from, in whole or decimal dollars, not cents; the checkout uses the first three. 10, 25 and 50 unless given.
    /// </summary>
    public IReadOnlyList<decimal>? DepositAmounts { get; init; }

    /// <summary>The design.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCheckoutTheme>))]
    public CoinflowCheckoutTheme? Theme { get; init; }

    /// <summary>Creates a standalone link, with the page to which the payer returns and the payer's IP address.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowStandaloneLink>))]
    public CoinflowStandaloneLink? StandaloneLinkConfig { get; init; }

    /// <summary>A transfer of USDC, created and signed in the payer's browser; sent unchanged.</summary>
    public JsonObject? CustomerUsdcTransferData { get; init; }

    /// <summary>A transfer of USDC in the newer form, created and signed in the payer's browser; sent unchanged.</summary>
    public JsonObject? CustomerUsdcTransferDataV2 { get; init; }

    /// <summary>The lifetime of a link. In use, but not in Coinflow's API description; for links only.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowExpiry>))]
    public CoinflowExpiry? ExpiresIn { get; init; }

    /// <summary>
    /// The seller to act for; the merchant itself by default. It travels in a header, and only
    /// <see cref="ICoinflowClient.CreateCheckoutLinkAsync"/> can send it.
    /// </summary>
    [JsonIgnore]
    public string? SubmerchantId { get; init; }

    internal override void Check()
    {
        base.Check();
        if (Subtotal is not null)
        {
            CoinflowChecks.RequirePositive(Subtotal, nameof(Subtotal));
        }

        CoinflowChecks.Require(IdempotencyKey is not { Length: 0 }, nameof(IdempotencyKey), "it is empty; leave it null and the client creates one.");
        CoinflowChecks.Require(ExpiresIn is not { Minutes: not > 0 }, nameof(ExpiresIn), "Minutes must be positive.");
        CoinflowChecks.Require(
            DepositAmounts?.Any(static amount => amount <= 0) is not true, nameof(DepositAmounts), "every amount must be positive, in dollars.");
        if (StandaloneLinkConfig is { } link)
        {
            CoinflowChecks.Require(
                SafeUrls.TryParsePage(link.CallbackUrl, out _), nameof(StandaloneLinkConfig), "CallbackUrl must be an absolute https URL.");
            CoinflowChecks.RequireText(link.EndUserDeviceIpAddress, $"{nameof(StandaloneLinkConfig)}.{nameof(link.EndUserDeviceIpAddress)}");
        }
    }
}

/// <summary>A standalone link.</summary>
public sealed record CoinflowStandaloneLink : ApiModel
{
    /// <summary>The page to which the payer returns after success.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>The payer's IP address. The link works for no other address, and a phone's address changes often.</summary>
    public string? EndUserDeviceIpAddress { get; init; }
}

/// <summary>A lifetime.</summary>
public sealed record CoinflowExpiry : ApiModel
{
    /// <summary>The minutes.</summary>
    public int? Minutes { get; init; }
}

/// <summary>A card check without a payment: set one of the two members.</summary>
public sealed record CoinflowZeroAuthorizationConfig : ApiModel
{
    /// <summary>True to accept new cards only.</summary>
    public bool? DisableSavedPaymentMethods { get; init; }

    /// <summary>The saved card to check.</summary>
    public string? CardToken { get; init; }
}

/// <summary>Payment methods by the names that checkouts and totals use.</summary>
public static class CoinflowPaymentMethods
{
    /// <summary>Cards.</summary>
    public const string Card = "card";

    /// <summary>Bank debit in the United States.</summary>
    public const string Ach = "ach";

    /// <summary>Faster Payments.</summary>
    public const string FasterPayments = "fasterPayments";

    /// <summary>SEPA.</summary>
    public const string Sepa = "sepa";

    /// <summary>Pix.</summary>
    public const string Pix = "pix";

    /// <summary>USDC.</summary>
    public const string Usdc = "usdc";

    /// <summary>Google Pay.</summary>
    public const string GooglePay = "googlePay";

    /// <summary>Apple Pay.</summary>
    public const string ApplePay = "applePay";

    /// <summary>Credits.</summary>
    public const string Credits = "credits";

    /// <summary>Crypto coins.</summary>
    public const string Crypto = "crypto";

    /// <summary>Wire.</summary>
    public const string Wire = "wire";

    /// <summary>Cash App.</summary>
    public const string CashApp = "cashApp";

    /// <summary>APA.</summary>
    public const string Apa = "apa";

    /// <summary>PayPal.</summary>
    public const string PayPal = "paypal";

    /// <summary>Venmo.</summary>
    public const string Venmo = "venmo";

    /// <summary>Interac.</summary>
    public const string Interac = "interac";
}
