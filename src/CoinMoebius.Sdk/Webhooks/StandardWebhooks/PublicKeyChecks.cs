namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Holds down how many public-key checks run at once: they cost a hundred times more than a keyed digest, and strangers ask for them. There
/// is no queue that they could fill: what finds no place is asked to come again.
/// </summary>
internal sealed class PublicKeyChecks(int places)
{
    private int _free = places;

    /// <summary>The checks of this process. More than it has processors would only be slower together.</summary>
    public static PublicKeyChecks OfProcess { get; } = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>Checks a signature.</summary>
    /// <exception cref="WebhookVerificationUnavailableException">All places are taken.</exception>
    public bool Run(Ed25519Check check, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        try
        {
            return Interlocked.Decrement(ref _free) >= 0
                ? check(publicKey, message, signature)
                : throw new WebhookVerificationUnavailableException("Too many signatures of public keys are being checked at once.");
        }
        finally
        {
            Interlocked.Increment(ref _free);
        }
    }
}
