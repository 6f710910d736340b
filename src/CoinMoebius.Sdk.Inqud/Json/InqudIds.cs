namespace CoinMoebius.Sdk.Inqud.Json;

/// <summary>
/// The prefixes of Inqud's ids; a UUID follows. Source: docs.inqud.com/crypto-widget/glossary and the samples of
/// docs.inqud.com/crypto-widget/integration.
/// </summary>
internal static class InqudIds
{
    public const string Checkout = "CCO-";
    public const string Request = "CAPD-";
    public const string Payment = "PMT-";
    public const string OnRampCheckout = "ORCO-";
    public const string Subscription = "SUB-";
}
