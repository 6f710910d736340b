using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Fuzz;

/// <summary>One scheme to be tried.</summary>
/// <param name="Name">The provider's id, or one for a second form of it.</param>
/// <param name="Verifier">What is tried.</param>
/// <param name="Sign">Signs any body with the right secret.</param>
/// <param name="Bodies">Genuine bodies.</param>
/// <param name="Content">What the scheme protects of a delivery, read another way than the verifier reads it; null when it cannot be read.</param>
internal sealed record Subject(
    string Name,
    IWebhookVerifier Verifier,
    Func<ReadOnlyMemory<byte>, SignedWebhook> Sign,
    IReadOnlyList<byte[]> Bodies,
    Func<FuzzDelivery, string?> Content)
{
    /// <summary>Makes the provider's bodies; null where there is no provider behind the scheme.</summary>
    public IWebhookSigner? Signer { get; init; }
}
