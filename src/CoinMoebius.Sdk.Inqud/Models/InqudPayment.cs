using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A movement on a blockchain: for a request, to a static address, or a payout. Inqud has published only the fields of its older callback;
/// everything else is in <see cref="ApiModel.AdditionalFields"/>. Source: github.com/alexinqud/inqud-api (callback.md) and
/// docs.inqud.com/crypto-widget/explore/payments.
/// </summary>
public sealed record InqudPayment : ApiModel
{
    /// <summary>The id, <c>PMT-…</c>; null in the older callback.</summary>
    [JsonPropertyName("id")]
    public string? OwnId { get; init; }

    /// <summary>The id in the older callback; otherwise null.</summary>
    [JsonPropertyName("paymentId")]
    public string? CallbackId { get; init; }

    /// <summary>The id under either name; empty when there is none.</summary>
    [JsonIgnore]
    public string Id => OwnId ?? CallbackId ?? "";

    /// <summary>The order it belongs to.</summary>
    public string? OrderId { get; init; }

    /// <summary>The merchant's own order reference, where the object has it.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>The account it belongs to.</summary>
    public string? UserId { get; init; }

    /// <summary>The status.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InqudPaymentStatus Status { get; init; }

    /// <summary>The direction: <see cref="InqudOrderTypes"/>. A successful payout is not a payment by a customer.</summary>
    public string? OrderType { get; init; }

    /// <summary>The amount, in <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
