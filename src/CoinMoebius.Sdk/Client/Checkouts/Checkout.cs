namespace CoinMoebius.Sdk;

/// <summary>
/// What to do next so that the buyer can pay. A closed family; switch on it: <see cref="RedirectCheckout"/>,
/// <see cref="FormPostCheckout"/>, <see cref="CryptoCheckout"/> or <see cref="ManualCheckout"/>.
/// </summary>
public abstract record Checkout
{
    private protected Checkout()
    {
    }

    /// <summary>Who takes the money.</summary>
    public required PaymentProvider Provider { get; init; }

    /// <summary>
    /// The id to pass to <see cref="ICoinMoebiusClient.GetStatusAsync"/>, when the provider gives one at this point; else null, and the
    /// webhook tells it.
    /// </summary>
    public string? TransactionId { get; init; }

    /// <summary>The kind and provider. Addresses, tokens and amounts stay out, so that the text may be logged.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Provider}";
}
