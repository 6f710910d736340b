namespace CoinMoebius.Sdk.Testing;

/// <summary>A call that a <see cref="FakeCoinMoebiusClient"/> has received.</summary>
/// <param name="Method">The method of <see cref="ICoinMoebiusClient"/>, such as <c>CreateCheckoutAsync</c>.</param>
public sealed record FakeCall(string Method)
{
    /// <summary>The transaction or subscription, or the path of a raw call, where the method takes one.</summary>
    public string? Id { get; init; }

    /// <summary>The request of a checkout; otherwise null.</summary>
    public CheckoutRequest? Checkout { get; init; }
}
