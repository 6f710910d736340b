namespace CoinMoebius.Sdk.Providers.Inqud;

/// <summary>
/// What the ids of Inqud begin with; a UUID follows. Source: docs.inqud.com/crypto-widget/glossary and the samples of
/// docs.inqud.com/crypto-widget/integration.
/// </summary>
internal static class InqudIds
{
    public const string Checkout = "CCO-";
    public const string Request = "CAPD-";
    public const string Payment = "PMT-";
    public const string OnRampCheckout = "ORCO-";
    public const string Subscription = "SUB-";

    private const int UuidLength = 36;

    /// <summary>True for <c>CCO-</c> and a UUID of hexadecimal digits, which is safe to stand in a page.</summary>
    public static bool IsCheckout(string? id) =>
        id is not null
        && id.Length == Checkout.Length + UuidLength
        && id.StartsWith(Checkout, StringComparison.Ordinal)
        && Guid.TryParseExact(id.Substring(Checkout.Length), "D", out _);
}
