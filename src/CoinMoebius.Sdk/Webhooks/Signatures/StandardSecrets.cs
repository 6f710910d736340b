using System.Runtime.CompilerServices;

namespace CoinMoebius.Sdk.Webhooks.Signatures;

/// <summary>
/// What Standard Webhooks writes keys as: shared ones as base64 behind an optional <c>whsec_</c>, Ed25519 keys behind <c>whpk_</c> when
/// they are public and <c>whsk_</c> when they are not.
/// </summary>
internal static class StandardSecrets
{
    private const string PublicPrefix = "whpk_";
    private const string PrivatePrefix = "whsk_";

    // By the identity of its text: finding the point of a key costs as much as a few hundred digests.
    private static readonly ConditionalWeakTable<string, Ed25519PublicKey> PublicKeys = new();
    private static readonly ConditionalWeakTable<string, Ed25519PublicKey>.CreateValueCallback CreatePublicKey = static secret =>
        DecodePublicKey(secret) ?? throw new ArgumentException("The secret is not an Ed25519 public key.", nameof(secret));

    public static bool IsPublicKey(string secret) => secret.StartsWith(PublicPrefix, StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It is not a public key.</exception>
    public static Ed25519PublicKey PublicKeyOf(string secret) => PublicKeys.GetValue(secret, CreatePublicKey);

    /// <summary>Adds a sentence for every secret that no key can be made of; those that are empty are left to the base class.</summary>
    public static void Validate(IList<string> secrets, bool acceptPublicKeys, ICollection<string> failures)
    {
        for (var i = 0; i < secrets.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(secrets[i])
                && secrets[i] != Base64Secret.Prefix
                && Problem(secrets[i], acceptPublicKeys) is { } problem)
            {
                failures.Add($"Secrets[{i}] {problem}");
            }
        }
    }

    private static string? Problem(string secret, bool acceptPublicKeys) =>
        secret.StartsWith(PrivatePrefix, StringComparison.Ordinal)
            ? "is a private key (\"whsk_\"), which only the sender may hold. Have the pair replaced, and list the public key (\"whpk_\")."
        : !IsPublicKey(secret)
            ? Base64Secret.Decode(secret) is null
                ? "is not base64 behind an optional \"whsec_\", or holds nothing. Copy the signing secret whole, without quotes or \"v1,\" before it."
                : null
        : !acceptPublicKeys
            ? "is a public key (\"whpk_\"), and this provider signs with a shared secret. List that one (\"whsec_\")."
        : DecodePublicKey(secret) is null
            ? "is not an Ed25519 public key: behind \"whpk_\" belong 32 bytes in base64. Was it cut off?"
            : null;

    private static Ed25519PublicKey? DecodePublicKey(string secret) =>
        IsPublicKey(secret) && Base64Secret.Decode(secret[PublicPrefix.Length..]) is { } bytes ? Ed25519PublicKey.Decode(bytes) : null;
}
