using System.Globalization;
using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Events.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Mapping;

/// <summary>The completed refunds of a checkout: the last one, their sum, and whether any amount is left.</summary>
internal readonly record struct CheckoutRefunds
{
    private const string Completed = "COMPLETED";
    private const string Failed = "FAILED";

    private readonly JsonElement _last;
    private readonly decimal? _price;
    private readonly string? _currency;
    private readonly decimal? _total;

    private CheckoutRefunds(JsonElement checkout)
    {
        _currency = checkout.At("currency").Currency();
        _price = checkout.At("amount").Decimal();
        _last = LastWith(Completed, checkout);
        _total = SumIn(_currency, checkout.At("refunds")) ?? checkout.At("refundedAmount").Decimal();
        IsFull = _total is { } total && _price is { } price ? total >= price : checkout.At("status").Text() switch
        {
            "REFUNDED" => true,
            "PARTIALLY_REFUNDED" => false,
            _ => null,
        };
    }

    /// <summary>True when the whole checkout is refunded, null when unknown.</summary>
    public bool? IsFull { get; }

    /// <summary>Reads the refunds of a checkout.</summary>
    /// <param name="checkout">The checkout.</param>
    public static CheckoutRefunds Of(JsonElement checkout) => new(checkout);

    /// <summary>Returns the last completed refund; without one, the total refunded amount replaces it.</summary>
    public (PaymentRefund Details, string? Currency, string? TransactionHash) Last()
    {
        var own = _last.At("amount").Decimal();
        var currency = (own is null ? null : _last.At("currency").Currency()) ?? _currency;
        return Details(_last, currency, own ?? _total, currency == _currency ? _total : null, IsFull, RefundStatus.Succeeded);
    }

    /// <summary>Returns the last failed refund.</summary>
    /// <param name="checkout">The checkout.</param>
    public static (PaymentRefund Details, string? Currency, string? TransactionHash) LastFailed(JsonElement checkout)
    {
        var refund = LastWith(Failed, checkout);
        return Details(
            refund, refund.At("currency").Currency() ?? checkout.At("currency").Currency(), refund.At("amount").Decimal(), total: null, isFull: null, RefundStatus.Failed);
    }

    /// <summary>Adds the price and the refunded amount.</summary>
    /// <param name="metadata">Receives the entries.</param>
    public void AddTo(ref EventMetadata metadata)
    {
        metadata.Set("originalAmount", _price?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("refundedAmount", _total?.ToString(CultureInfo.InvariantCulture));
        metadata.Set("partial", IsFull switch { true => "false", false => "true", null => null });
    }

    // An amount without a currency is useless.
    private static (PaymentRefund Details, string? Currency, string? TransactionHash) Details(
        JsonElement refund, string? currency, decimal? amount, decimal? total, bool? isFull, RefundStatus status) => (
        new()
        {
            Id = refund.At("id").Text(),
            Amount = currency is null ? null : amount,
            TotalAmount = currency is null ? null : total,
            IsFull = isFull,
            Status = status,
            Reason = refund.At("reason").Text(),
        },
        currency,
        refund.At("transactionHash").Text());

    // With equal times, the later one in the list counts.
    private static JsonElement LastWith(string status, JsonElement checkout)
    {
        var (last, lastTime) = (default(JsonElement), DateTimeOffset.MinValue);
        var refunds = checkout.At("refunds");
        if (refunds.ValueKind == JsonValueKind.Array)
        {
            foreach (var refund in refunds.EnumerateArray())
            {
                var time = refund.At("completedAt").IsoTime() ?? refund.At("createdAt").IsoTime() ?? DateTimeOffset.MinValue;
                if (refund.At("status").Text() == status && time >= lastTime)
                {
                    (last, lastTime) = (refund, time);
                }
            }
        }

        return last;
    }

    // If a refund is in another currency than the checkout, only Coinbase knows the sum.
    private static decimal? SumIn(string? currency, JsonElement refunds)
    {
        if (refunds.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        decimal? sum = null;
        foreach (var refund in refunds.EnumerateArray())
        {
            if (refund.At("status").Text() == Completed)
            {
                if (refund.At("amount").Decimal() is not { } amount || (refund.At("currency").Currency() ?? currency) != currency)
                {
                    return null;
                }

                sum = (sum ?? 0) + amount;
            }
        }

        return sum;
    }
}
