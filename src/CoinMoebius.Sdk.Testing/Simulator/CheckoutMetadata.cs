namespace CoinMoebius.Sdk.Testing;

/// <summary>Names in a checkout's metadata that mean something to the simulator.</summary>
internal static class CheckoutMetadata
{
    public const string CustomerRef = "customerRef";
    public const string TransactionId = "transactionId";
    public const string ReturnUrl = "returnUrl";
    public const string CancelUrl = "cancelUrl";

    /// <summary>Stands in a return URL for the id of the transaction.</summary>
    public const string IdPlaceholder = "{transactionId}";
}
