namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// A payment that the application has just started, as the application knows it. A payment in webhooks becomes this one if the provider
/// itself gives it <see cref="PaymentId"/>; or if it claims <see cref="TransactionId"/> or <see cref="Reference"/> (as its reference, or
/// in the metadata as <c>transactionId</c>, <c>orderId</c> or <c>order_id</c>), has been paid with exactly <see cref="Amount"/> and
/// <see cref="Currency"/>, and no other payment has become this one before.
/// </summary>
public sealed record ExpectedPayment
{
    /// <summary>The provider of the payment.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The account that receives its webhooks; empty for the only one.</summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// The provider's id, as in <see cref="Events.PaymentEvent.PaymentId"/>; null until the provider has assigned one, as for most
    /// checkouts of Coin Moebius.
    /// </summary>
    public string? PaymentId { get; init; }

    /// <summary>The transaction at Coin Moebius, for its checkouts; otherwise null.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The merchant's order, or null. One of this, <see cref="TransactionId"/> and <see cref="PaymentId"/> must be set.</summary>
    public string? Reference { get; init; }

    /// <summary>The amount that the buyer has to pay, in major units of <see cref="Currency"/>.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency code of <see cref="Amount"/>, in either case.</summary>
    public required string Currency { get; init; }

    /// <summary>The id of the payment until the provider assigns one; empty when it has none.</summary>
    internal string Id => FirstText(PaymentId, TransactionId, Reference);

    /// <summary>Returns only the provider; the text may be logged.</summary>
    public override string ToString() => $"{Provider} payment expected";

    private static string FirstText(params string?[] texts) => Array.Find(texts, static text => !string.IsNullOrEmpty(text)) ?? "";
}
