namespace CoinMoebius.Sdk.Testing;

/// <summary>The names by which buyers know the providers of Coin Moebius.</summary>
internal static class ProviderNames
{
    public static string Of(PaymentProvider provider) => provider.Value switch
    {
        PaymentProvider.Values.Stripe => "Stripe",
        PaymentProvider.Values.PayPal => "PayPal",
        PaymentProvider.Values.Square => "Square",
        PaymentProvider.Values.AuthorizeNet => "Authorize.Net",
        PaymentProvider.Values.NowPayments => "NOWPayments",
        PaymentProvider.Values.CoinbaseBusiness => "Coinbase Business",
        PaymentProvider.Values.Cryptomus => "Cryptomus",
        PaymentProvider.Values.DodoPayments => "Dodo Payments",
        PaymentProvider.Values.MakePay => "MakePay",
        PaymentProvider.Values.Monero => "Monero",
        PaymentProvider.Values.Manual => "Pay by mail",
        PaymentProvider.Values.Inqud => "Inqud",
        PaymentProvider.Values.Coinflow => "Coinflow",
        PaymentProvider.Values.MoneyButton => "Money Button",
        PaymentProvider.Values.Mobbex => "Mobbex",
        var id => id,
    };
}
