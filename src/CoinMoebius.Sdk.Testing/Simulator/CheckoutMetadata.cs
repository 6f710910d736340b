namespace CoinMoebius.Sdk.Testing;

/// <summary>Names in a checkout's metadata that the simulator uses.</summary>
internal static class CheckoutMetadata
{
    public const string CustomerRef = "customerRef";
    public const string TransactionId = "transactionId";
    public const string ReturnUrl = "returnUrl";
    public const string CancelUrl = "cancelUrl";

    /// <summary>The placeholder for the transaction's id in a return URL.</summary>
    public const string IdPlaceholder = "{transactionId}";
}
