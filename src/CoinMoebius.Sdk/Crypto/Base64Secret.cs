namespace CoinMoebius.Sdk.Crypto;

/// <summary>
/// Decodes secrets in base64 as Standard Webhooks defines them: after an optional <c>whsec_</c>, with or without padding. Supabase puts
/// the version of the signature before that.
/// </summary>
internal static class Base64Secret
{
    public const string Prefix = "whsec_";
    public const string VersionedPrefix = "v1," + Prefix;

    /// <summary>Returns the key; null when the text is not base64 or holds no bytes.</summary>
    public static byte[]? Decode(string secret)
    {
        var text = WithoutPrefix(secret);
        try
        {
            var key = Convert.FromBase64String(text + new string('=', (4 - (text.Length % 4)) % 4));
            return key.Length == 0 ? null : key;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Returns the secret without its <c>whsec_</c>.</summary>
    public static string WithoutPrefix(string secret) =>
        secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..]
        : secret.StartsWith(VersionedPrefix, StringComparison.Ordinal) ? secret[VersionedPrefix.Length..]
        : secret;
}
