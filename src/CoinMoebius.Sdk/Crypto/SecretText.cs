using System.Runtime.CompilerServices;
using System.Text;
using CoinMoebius.Sdk.Primitives.Digests;

namespace CoinMoebius.Sdk.Crypto;

/// <summary>A secret that a request carries as it is, where another scheme has a signature.</summary>
internal static class SecretText
{
    // By the identity of its text, for as long as that lives: no request encodes a secret anew.
    private static readonly ConditionalWeakTable<string, byte[]> Encoded = new();
    private static readonly ConditionalWeakTable<string, byte[]>.CreateValueCallback Create = static secret => Encoding.UTF8.GetBytes(secret);

    /// <summary>The UTF-8 text of a secret, which nobody may change.</summary>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public static byte[] Encode(string secret) =>
        secret.Length == 0 ? throw new ArgumentException("An empty secret proves nothing.", nameof(secret)) : Encoded.GetValue(secret, Create);

    /// <summary>True when <paramref name="sent"/> is the UTF-8 text of any of <paramref name="secrets"/>. The time tells their length only.</summary>
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
