using System.Runtime.CompilerServices;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>
/// Reads the keys of Standard Webhooks: shared ones as base64 after an optional <c>whsec_</c>, or as a text; public Ed25519 keys after
/// <c>whpk_</c>, private ones after <c>whsk_</c>.
/// </summary>
internal static class StandardSecrets
{
    private const string PublicPrefix = "whpk_";
    private const string PrivatePrefix = "whsk_";
    private const int PublicKeySize = 32;
    private const int LongestPart = 16;

    // Cached by the identity of the string, for its lifetime, so that no request decodes the key again.
    private static readonly ConditionalWeakTable<string, byte[]> PublicKeys = new();
    private static readonly ConditionalWeakTable<string, byte[]>.CreateValueCallback CreatePublicKey = static secret =>
        Base64Secret.Decode(secret[PublicPrefix.Length..]) ?? [];

    private static readonly ConditionalWeakTable<string, StrongBox<StandardReadings>> ReadingsByForm = new();
    private static readonly ConditionalWeakTable<string, StrongBox<StandardReadings>>.CreateValueCallback CreateReadings =
        static secret => new(ReadingsOfForm(secret));

    /// <summary>Reads the 32 bytes of a public key; false for a secret of another kind, and for one that was cut off.</summary>
    public static bool TryReadPublicKey(string secret, out byte[] key)
    {
        key = IsPublicKey(secret) ? PublicKeys.GetValue(secret, CreatePublicKey) : [];
        return key.Length == PublicKeySize;
    }

    /// <summary>Returns the ways to derive a key from a shared secret; at most two.</summary>
    public static StandardReadings ReadingsOf(string secret, SecretEncoding encoding) => encoding switch
    {
        SecretEncoding.Text => StandardReadings.Text,
        SecretEncoding.Base64 => StandardReadings.Base64,
        _ => ReadingsByForm.GetValue(secret, CreateReadings).Value,
    };

    /// <summary>Returns what makes a secret easy to guess in any of its readings, see <see cref="SecretRules.Problem"/>, or null.</summary>
    public static string? Weakness(string? secret, SecretEncoding encoding, int least, bool isTool)
    {
        if (secret is null || (ReadingsOf(secret, encoding) & StandardReadings.Base64) != 0)
        {
            // If both readings apply, the decoded key is the shorter one.
            return SecretRules.Problem(secret, KeyEncoding.Base64, least, isTool);
        }

        return SecretRules.Problem(secret, KeyEncoding.Text, least, isTool)
            ?? (PrefixLength(secret) is > 0 and var length ? SecretRules.Problem(secret[length..], KeyEncoding.Text, least, isTool) : null);
    }

    /// <summary>Adds a sentence for every secret that yields no key; the base class reports empty ones.</summary>
    /// <param name="secrets">The secrets.</param>
    /// <param name="encoding">How they hold their keys; null if the service only has shared secrets in base64.</param>
    /// <param name="failures">Receives the sentences.</param>
    public static void Validate(IList<string> secrets, SecretEncoding? encoding, ICollection<string> failures)
    {
        for (var i = 0; i < secrets.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(secrets[i])
                && Base64Secret.WithoutPrefix(secrets[i]).Length > 0
                && Problem(secrets[i], encoding) is { } problem)
            {
                failures.Add($"Secrets[{i}] {problem}");
            }
        }
    }

    private static string? Problem(string secret, SecretEncoding? encoding) =>
        secret.StartsWith(PrivatePrefix, StringComparison.Ordinal)
            ? "is a private key (\"whsk_\"), which only the sender may hold. Request a new key pair, and list its public key (\"whpk_\")."
        : !IsPublicKey(secret)
            ? SharedProblem(secret, encoding)
        : encoding is null
            ? "is a public key (\"whpk_\"), but this provider signs with a shared secret. List the shared secret (\"whsec_\")."
        : !TryReadPublicKey(secret, out _)
            ? "is not an Ed25519 public key: \"whpk_\" must be followed by 32 bytes in base64. Was it cut off?"
            : null;

    private static string? SharedProblem(string secret, SecretEncoding? encoding)
    {
        if (encoding is null && (Base64Secret.Decode(secret) is null || secret.StartsWith(Base64Secret.VersionedPrefix, StringComparison.Ordinal)))
        {
            return "is not base64 after an optional \"whsec_\", or is empty. Copy the whole signing secret, without quotes or \"v1,\" before it.";
        }

        return encoding is { } any && ReadingsOf(secret, any) == StandardReadings.Base64 && Base64Secret.Decode(secret) is null
            ? "is not base64 after an optional \"whsec_\", or is empty. Copy the whole signing secret, without quotes. "
                + "If the service uses its text as the key, set SecretEncoding to text."
            : null;
    }

    private static StandardReadings ReadingsOfForm(string secret)
    {
        var decodes = Base64Secret.Decode(secret) is not null;
        if (secret.StartsWith(Base64Secret.Prefix, StringComparison.Ordinal))
        {
            // Polar took the text of such secrets as the key until 2026-09-08 (github.com/polarsource/polar/pull/14117).
            return decodes ? StandardReadings.Base64 | StandardReadings.Text : StandardReadings.Text;
        }

        return !decodes && !IsPublicKey(secret) && !secret.StartsWith(PrivatePrefix, StringComparison.Ordinal) && PrefixLength(secret) > 0
            ? StandardReadings.Text
            : StandardReadings.Base64;
    }

    /// <summary>Returns the length of the prefix before the random part: words of lower-case letters, each followed by an underscore.</summary>
    private static int PrefixLength(string secret)
    {
        var length = 0;
        for (var at = 0; at < secret.Length && at - length <= LongestPart; at++)
        {
            if (secret[at] == '_' && at > length)
            {
                length = at + 1;
            }
            else if (secret[at] is < 'a' or > 'z')
            {
                break;
            }
        }

        return length;
    }

    private static bool IsPublicKey(string secret) => secret is not null && secret.StartsWith(PublicPrefix, StringComparison.Ordinal);
}

/// <summary>The ways to derive a key from a shared secret.</summary>
[Flags]
internal enum StandardReadings
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The key is the secret, decoded from base64.</summary>
    Base64 = 1,

    /// <summary>The key is the text of the secret.</summary>
    Text = 2,
}
