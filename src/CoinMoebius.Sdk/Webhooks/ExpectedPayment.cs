namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// A payment that the application has just started, as the application knows it. A payment that webhooks tell of becomes this one when the
/// provider itself gives it <see cref="PaymentId"/>; or when it claims <see cref="TransactionId"/> or <see cref="Reference"/> (as its
/// reference, or in the metadata as <c>transactionId</c>, <c>orderId</c> or <c>order_id</c>), has been paid with exactly
/// <see cref="Amount"/> and <see cref="Currency"/>, and no other payment was this one before.
/// </summary>
public sealed record ExpectedPayment
{
    /// <summary>The provider that carries it.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>The account that its webhooks come to; empty for the only one.</summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// The provider's id of it, as in <see cref="Events.PaymentEvent.PaymentId"/>; null while the provider has not given one, as for most
    /// checkouts of Coin Moebius.
    /// </summary>
    public string? PaymentId { get; init; }

    /// <summary>The transaction at Coin Moebius, for its checkouts; else null.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The merchant's order, or null. One of this, <see cref="TransactionId"/> and <see cref="PaymentId"/> must be there.</summary>
    public string? Reference { get; init; }

    /// <summary>The amount that the buyer is asked for, in major units of <see cref="Currency"/>.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency code of <see cref="Amount"/>, in either case.</summary>
    public required string Currency { get; init; }

    /// <summary>The id that it has until the provider gives one; empty when nothing names it.</summary>
    internal string Id => FirstText(PaymentId, TransactionId, Reference);

    /// <summary>The provider alone, so that the text may be logged.</summary>
    public override string ToString() => $"{Provider} payment expected";

    private static string FirstText(params string?[] texts) => Array.Find(texts, static text => !string.IsNullOrEmpty(text)) ?? "";
}
