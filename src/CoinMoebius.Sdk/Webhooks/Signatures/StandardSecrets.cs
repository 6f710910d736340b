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
    private const int PublicKeySize = 32;

    // By the identity of its text, for as long as that lives: no request decodes a key anew.
    private static readonly ConditionalWeakTable<string, byte[]> PublicKeys = new();
    private static readonly ConditionalWeakTable<string, byte[]>.CreateValueCallback CreatePublicKey = static secret =>
        Base64Secret.Decode(secret[PublicPrefix.Length..]) ?? [];

    /// <summary>The 32 bytes of a public key; false for a secret of another kind, and for one that was cut off.</summary>
    public static bool TryReadPublicKey(string secret, out byte[] key)
    {
        key = IsPublicKey(secret) ? PublicKeys.GetValue(secret, CreatePublicKey) : [];
        return key.Length == PublicKeySize;
    }

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
        : !TryReadPublicKey(secret, out _)
            ? "is not an Ed25519 public key: behind \"whpk_\" belong 32 bytes in base64. Was it cut off?"
            : null;

    private static bool IsPublicKey(string secret) => secret is not null && secret.StartsWith(PublicPrefix, StringComparison.Ordinal);
}
