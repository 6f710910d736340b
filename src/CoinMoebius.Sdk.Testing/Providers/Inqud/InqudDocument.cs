using System.Globalization;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Inqud;

namespace CoinMoebius.Sdk.Testing;

/// <summary>A payment at Inqud, written as the checkout, request, payment or on-ramp checkout of responses and webhooks.</summary>
internal sealed record InqudDocument
{
    // Inqud writes nine digits of a second; the clock has seven.
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>The id of the checkout; null for a request without one.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>The UUID that its ids share.</summary>
    public required string Uuid { get; init; }

    public required string ProjectId { get; init; }

    public string? Reference { get; init; }

    public string? Name { get; init; }

    /// <summary>The type of checkout, which determines who sets the amount.</summary>
    public string Type { get; init; } = InqudCheckoutTypes.FixedPrice;

    /// <summary>The price; for a checkout without one, the amount that the payer will choose.</summary>
    public required decimal Price { get; init; }

    public required string Currency { get; init; }

    /// <summary>The coins on offer.</summary>
    public IReadOnlyList<InqudCoin> Coins { get; init; } = [InqudCoin.TronUsdt];

    /// <summary>The coin of the payment; null for a checkout until the payer has chosen.</summary>
    public InqudCoin? Coin { get; init; }

    /// <summary>The status, in the terms of a checkout.</summary>
    public required string Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>The amount received, in the coin; null when nothing was.</summary>
    public decimal? Paid { get; init; }

    public string? ReturnUrl { get; init; }

    public required string PageUrl { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    private bool HasPrice => Type == InqudCheckoutTypes.FixedPrice;

    private bool IsPaid => Status == InqudEventTypes.Success || Paid is not null;

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public JsonObject ToCheckout() => new()
    {
        ["id"] = CheckoutId,
        ["projectId"] = ProjectId,
        ["projectName"] = "shop",
        ["merchantDomain"] = "shop.example",
        ["clientOrderId"] = Reference,
        ["status"] = Status,
        ["reason"] = Reason,
        ["name"] = Name,
        ["type"] = Type,
        ["fixedAmount"] = FixedAmount(),
        ["suggestedAmounts"] = null,
        ["cryptoCurrencies"] = new JsonArray([.. Coins.Select(coin => JsonValue.Create(coin.Value))]),
        ["cryptoCurrencyDetails"] = new JsonObject(),
        ["minLimits"] = new JsonObject(Coins.Select(coin => KeyValuePair.Create(coin.Value, (JsonNode?)InqudLimitsOf.Least))),
        ["maxLimits"] = new JsonObject(Coins.Select(coin => KeyValuePair.Create(coin.Value, (JsonNode?)InqudLimitsOf.Most))),
        ["request"] = Coin is { } coin ? ToRequest(coin) : null,
        ["returnUrl"] = ReturnUrl,
        ["acquiringUrl"] = PageUrl,
        ["createdAt"] = Time(CreatedAt),
        ["lastUpdatedAt"] = Changed(),
        ["expiresAt"] = Time(CreatedAt + Lifetime),
    };

    public JsonObject ToRequest(InqudCoin coin)
    {
        var request = new JsonObject
        {
            ["id"] = "CAPD-" + Uuid,
            ["orderId"] = "ORD-" + Uuid,
            ["clientOrderId"] = Reference,
            ["currency"] = coin.Symbol,
            ["blockchain"] = coin.Blockchain,
            ["status"] = Status switch
            {
                InqudEventTypes.New or InqudEventTypes.RequestCreated => InqudEventTypes.WaitingPayment,
                InqudEventTypes.PaymentDetected => InqudEventTypes.PendingPayment,
                var status => status,
            },
            ["reason"] = Reason,
            ["cryptoAcquiringProjectId"] = ProjectId,
            ["cryptoAcquiringProjectName"] = "shop",
            ["checkoutId"] = CheckoutId,
            ["address"] = "TNDFkiSmBQorNFacb3735q8MnT29sn8BLn",
            ["paymentWindowEndsAt"] = Time(CreatedAt + Window),
            ["expiresAt"] = Time(CreatedAt + Lifetime),
            ["createdAt"] = Time(CreatedAt),
            ["lastUpdatedAt"] = Changed(),
            ["paymentStatus"] = IsPaid ? InqudEventTypes.Success : null,
            ["paymentId"] = IsPaid ? "PMT-" + Uuid : null,
            ["txHash"] = IsPaid ? Uuid.Replace("-", "", StringComparison.Ordinal) : null,
            ["paidAmount"] = Paid,
            ["overpaid"] = false,
        };
        if (HasPrice)
        {
            request["requestAmount"] = Price;
            request["requestAmountIn"] = Currency;
            request["requestAmountConverted"] = Price;
            request["convertPair"] = coin.Symbol + Currency;
            request["convertRate"] = 1;
            request["payAmount"] = Price;
        }
        else
        {
            request["minLimit"] = InqudLimitsOf.Least;
            request["maxLimit"] = InqudLimitsOf.Most;
        }

        return request;
    }

    public JsonObject ToPayment() => new()
    {
        ["id"] = "PMT-" + Uuid,
        ["orderId"] = "ORD-" + Uuid,
        ["clientOrderId"] = Reference,
        ["status"] = InqudEventTypes.Success,
        ["orderType"] = InqudOrderTypes.PayIn,
        ["amount"] = Paid,
        ["currency"] = Coin?.Symbol,
        ["timestamp"] = Time(UpdatedAt),
    };

    public JsonObject ToOnRamp() => new()
    {
        ["id"] = "ORCO-" + Uuid,
        ["orderId"] = "ORD-" + Uuid,
        ["clientOrderId"] = Reference,
        ["status"] = Status is InqudEventTypes.New or InqudEventTypes.PaymentDetected ? InqudEventTypes.Pending : Status,
        ["type"] = Type,
        ["name"] = Name,
        ["fixedAmount"] = FixedAmount(),
        ["sourceAmount"] = Price,
        ["sourceCurrency"] = Currency,
        ["targetAmount"] = Price,
        ["targetCurrency"] = "USDT",
        ["onRampUrl"] = PageUrl,
        ["returnUrl"] = ReturnUrl,
        ["createdAt"] = Time(CreatedAt),
        ["modifiedAt"] = Changed(),
        ["expiresAt"] = Time(CreatedAt + Lifetime),
    };

    private JsonObject? FixedAmount() => HasPrice ? new() { ["currency"] = Currency, ["amount"] = Price } : null;

    private string? Changed() => UpdatedAt == CreatedAt ? null : Time(UpdatedAt);
}

/// <summary>The limits of the simulator in every coin; one unit of a coin equals one unit of every currency.</summary>
internal static class InqudLimitsOf
{
    public const decimal Least = 1m;
    public const decimal Most = 999_999m;
}
