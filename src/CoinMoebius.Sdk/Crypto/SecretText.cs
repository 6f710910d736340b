using System.Runtime.CompilerServices;
using System.Text;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>Compares a secret that a request carries in plain text instead of a signature.</summary>
internal static class SecretText
{
    // Cached by the identity of the string, for its lifetime, so that no request encodes the secret again.
    private static readonly ConditionalWeakTable<string, byte[]> Encoded = new();
    private static readonly ConditionalWeakTable<string, byte[]>.CreateValueCallback Create = static secret => Encoding.UTF8.GetBytes(secret);

    /// <summary>Returns the UTF-8 text of a secret. Callers must not change the array.</summary>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public static byte[] Encode(string secret) =>
        secret.Length == 0 ? throw new ArgumentException("The secret must not be empty.", nameof(secret)) : Encoded.GetValue(secret, Create);

    /// <summary>True when <paramref name="sent"/> is the UTF-8 text of any of <paramref name="secrets"/>. The time only reveals the length.</summary>
    /// <exception cref="ArgumentException">A secret is empty.</exception>
    public static bool MatchesAny(IList<string> secrets, ReadOnlySpan<byte> sent)
    {
        var found = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            found |= FixedTime.Equals(Encode(secrets[i]), sent);
        }

        return found;
    }
}
