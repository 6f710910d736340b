using System.Security.Cryptography;
using System.Text;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Model;

/// <summary>Fits texts into their columns. The event is also stored in full, so nothing is lost.</summary>
internal static class StoredText
{
    /// <summary>An id that is compared. An id that no column can hold is replaced by its digest.</summary>
    public static string Id(string id) => Fits(id, CoinMoebiusModelBuilderExtensions.IdLength) ? id : "sha256:" + Digest(id);

    /// <summary>A name that is compared; see <see cref="Id"/>.</summary>
    public static string Name(string name) => Fits(name, CoinMoebiusModelBuilderExtensions.NameLength) ? name : Digest(name);

    /// <summary>A text that is only displayed, truncated where it is too long.</summary>
    public static string Shown(string text, int length = CoinMoebiusModelBuilderExtensions.IdLength)
    {
        var cut = text.Length <= length ? text : text[..length];
        return Fits(cut, length) ? cut : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)).Replace('\0', '\uFFFD');
    }

    // PostgreSQL stores no text with a zero character, and neither database stores invalid Unicode.
    private static bool Fits(string text, int length)
    {
        if (text.Length > length || text.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)));
}
