namespace CoinMoebius.Sdk;

/// <summary>Show the buyer where to send the money by mail, and the code to write on it.</summary>
public sealed record ManualCheckout : Checkout
{
    /// <summary>The code that links the letter to the order, such as <c>X2M-K9P-R7QW</c>.</summary>
    public required string ReferenceCode { get; init; }

    /// <summary>Where to send the letter; may have several lines.</summary>
    public required string MailingAddress { get; init; }

    /// <summary>The amount to put into the letter, in <see cref="ExpectedCurrency"/>; null in the older answer.</summary>
    public decimal? ExpectedAmount { get; init; }

    /// <summary>The currency that the merchant accepts by mail, for example <c>USD</c> or <c>GOLDBACK</c>; or null.</summary>
    public string? ExpectedCurrency { get; init; }

    /// <summary>The older answer: the price of the product in <see cref="Currency"/>; otherwise null.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The older answer: the currency of <see cref="Amount"/>; otherwise null.</summary>
    public string? Currency { get; init; }

    /// <summary>The merchant's instructions to the buyer in plain text: encode it before display. Null in the older answer.</summary>
    public string? Instructions { get; init; }
}
