using System.Globalization;
using System.Security.Cryptography;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>The form of a merchant's <see cref="ReferenceCode"/>s: draws new ones and reads what people write.</summary>
/// <remarks>
/// Four drawn characters make 923,521 codes. Among 1,132 of them two are equal more likely than not; among 100, once in 187 shops. So use
/// <see cref="CreateUnique"/>, and keep a unique index on the stored code. Six characters make 887 million: there the even chance comes at
/// about 35,000 codes. A code links a letter to an order; it is not a secret.
/// </remarks>
public sealed class ReferenceCodeFormat
{
    private const int LongestReading = 100;
    private const int Draws = 20;

    /// <summary>Creates the form.</summary>
    /// <param name="prefix">1 to 10 ASCII letters or digits that name your shop; written in upper case.</param>
    /// <param name="length">The number of drawn characters, 4 to 20.</param>
    /// <exception cref="ArgumentException">The prefix or the length is not as described.</exception>
    public ReferenceCodeFormat(string prefix, int length)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length is 0 or > ReferenceCode.LongestPrefix || !prefix.All(static c => Upper(c) is (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
        {
            throw new ArgumentException($"The prefix must be 1 to {ReferenceCode.LongestPrefix} ASCII letters or digits.", nameof(prefix));
        }

        if (length is < ReferenceCode.ShortestLength or > ReferenceCode.LongestLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length), length, $"The length must be {ReferenceCode.ShortestLength} to {ReferenceCode.LongestLength}.");
        }

        Prefix = string.Concat(prefix.Select(Upper));
        Length = length;
    }

    /// <summary>The prefix, in upper case.</summary>
    public string Prefix { get; }

    /// <summary>The number of drawn characters.</summary>
    public int Length { get; }

    /// <summary>Draws a code. It may be one that is in use; see <see cref="CreateUnique"/>.</summary>
    public ReferenceCode Create()
    {
        using var source = RandomNumberGenerator.Create();
        return Draw(source);
    }

    /// <summary>Draws codes until one is free.</summary>
    /// <param name="isTaken">Reports whether a code is in use. Look at all stored payments, not only open ones: letters come late.</param>
    /// <exception cref="InvalidOperationException">20 codes in a row were taken: choose a longer form.</exception>
    public ReferenceCode CreateUnique(Func<ReferenceCode, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        using var source = RandomNumberGenerator.Create();
        for (var draw = 0; draw < Draws; draw++)
        {
            var code = Draw(source);
            if (!isTaken(code))
            {
                return code;
            }
        }

        throw NoneFree();
    }

    /// <summary>Draws codes until one is free in a store.</summary>
    /// <param name="isTaken">Reports whether a code is in use. Look at all stored payments, not only open ones: letters come late.</param>
    /// <param name="cancellationToken">Handed to <paramref name="isTaken"/>.</param>
    /// <exception cref="InvalidOperationException">20 codes in a row were taken: choose a longer form.</exception>
    public async Task<ReferenceCode> CreateUniqueAsync(
        Func<ReferenceCode, CancellationToken, ValueTask<bool>> isTaken, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        using var source = RandomNumberGenerator.Create();
        for (var draw = 0; draw < Draws; draw++)
        {
            var code = Draw(source);
            if (!await isTaken(code, cancellationToken).ConfigureAwait(false))
            {
                return code;
            }
        }

        throw NoneFree();
    }

    /// <summary>
    /// Reads a code as people write it: in any case, with blanks or any dashes anywhere or nowhere, with or without the prefix. In the
    /// prefix, which is known, 0 passes for O and 1 for I or L. The drawn part has none of these five: there they are a misreading that
    /// could mean several characters, and the method guesses nothing.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="code">The code in its one form; <c>default</c> when false.</param>
    /// <returns>False when <paramref name="text"/> is not one code of this form.</returns>
    public bool TryParse(string? text, out ReferenceCode code)
    {
        code = default;
        if (text is null || text.Length > LongestReading)
        {
            return false;
        }

        var characters = string.Concat(text.Where(static c => !IsSeparator(c)).Select(Upper));
        if (characters.Length == Prefix.Length + Length)
        {
            for (var i = 0; i < Prefix.Length; i++)
            {
                if (Fold(characters[i]) != Fold(Prefix[i]))
                {
                    return false;
                }
            }
        }
        else if (characters.Length != Length)
        {
            return false;
        }

        var drawn = characters[^Length..];
        if (!drawn.All(ReferenceCode.IsDrawn))
        {
            return false;
        }

        code = new(Prefix + "-" + drawn);
        return true;
    }

    internal ReferenceCode Draw(RandomNumberGenerator source)
    {
        // 256 is no multiple of 31: bytes from 248 up would make the first eight characters more likely, so they are drawn again.
        const int fair = 256 / 31 * 31;
        var drawn = new char[Length];
        var bytes = new byte[ReferenceCode.LongestLength];
        for (var (filled, at) = (0, bytes.Length); filled < Length;)
        {
            if (at == bytes.Length)
            {
                source.GetBytes(bytes);
                at = 0;
            }

            if (bytes[at++] is var value and < fair)
            {
                drawn[filled++] = ReferenceCode.Alphabet[value % ReferenceCode.Alphabet.Length];
            }
        }

        return new(Prefix + "-" + new string(drawn));
    }

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static char Upper(char c) => c is >= 'a' and <= 'z' ? (char)(c - 'a' + 'A') : c;

    private static char Fold(char c) => c switch
    {
        '0' => 'O',
        '1' or 'L' => 'I',
        _ => c,
    };

    private InvalidOperationException NoneFree() =>
        new($"{Draws} codes of {Length} characters in a row were taken. Use a longer form, or check what isTaken returns.");
}
