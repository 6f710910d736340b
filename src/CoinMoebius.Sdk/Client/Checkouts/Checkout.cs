namespace CoinMoebius.Sdk;

/// <summary>
/// The next step for the buyer to pay. The hierarchy is closed; switch over its types: <see cref="RedirectCheckout"/>,
/// <see cref="FormPostCheckout"/>, <see cref="CryptoCheckout"/> or <see cref="ManualCheckout"/>.
/// </summary>
public abstract record Checkout
{
    private protected Checkout()
    {
    }

    /// <summary>The provider that takes the money.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>
    /// The id to pass to <see cref="ICoinMoebiusClient.GetStatusAsync"/>, if the provider assigns one at this point; otherwise null, and the
    /// webhook carries it.
    /// </summary>
    public string? TransactionId { get; init; }

    /// <summary>Returns the type and provider. The text omits addresses, tokens and amounts and may be logged.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Provider}";
}
