using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// The code that a buyer writes on the letter, such as <c>GBK-7K2M</c>: a prefix, a dash, and characters that are hard to confuse.
/// </summary>
/// <remarks>
/// <para>
/// The drawn part uses 31 characters: the letters without I, L and O, the digits without 0 and 1. It comes from a cryptographic source,
/// and every character is equally likely.
/// </para>
/// <para>
/// Four of them make 923,521 codes. Among 1,132 of them two are equal more likely than not; among 100, once in 187 shops. So look
/// whether a code is taken (<see cref="CreateUnique"/>) and keep a unique index beside it. Six make 887 million: there the even chance
/// comes at about 35,000. A code ties a letter to an order; it is no secret.
/// </para>
/// <para><c>default</c> is the empty text. Compared ordinally.</para>
/// </remarks>
[JsonConverter(typeof(ReferenceCodeJsonConverter))]
public readonly record struct ReferenceCode
{
    /// <summary>The characters of the drawn part.</summary>
    public const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>The prefix unless another is given.</summary>
    public const string DefaultPrefix = "GBK";

    /// <summary>The number of drawn characters unless another is given.</summary>
    public const int DefaultLength = 4;

    private const int LongestPrefix = 10;
    private const int ShortestLength = 4;
    private const int LongestLength = 20;
    private const int LongestReading = 100;
    private const int Draws = 20;

    private readonly string? _value;

    private ReferenceCode(string value) => _value = value;

    /// <summary>The whole code in upper case, with its dash; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Draws a code. It may be one that is in use; see <see cref="CreateUnique"/>.</summary>
    /// <param name="prefix">1 to 10 ASCII letters or digits; written in upper case.</param>
    /// <param name="length">How many characters to draw, 4 to 20.</param>
    /// <exception cref="ArgumentException">The prefix or the length is not as described.</exception>
    public static ReferenceCode Create(string prefix = DefaultPrefix, int length = DefaultLength)
    {
        using var source = RandomNumberGenerator.Create();
        return Draw(source, prefix, length);
    }

    /// <summary>Draws codes until one is free.</summary>
    /// <param name="isTaken">Says whether a code is in use. Ask for all stored payments, not only open ones: letters come late.</param>
    /// <param name="prefix">1 to 10 ASCII letters or digits; written in upper case.</param>
    /// <param name="length">How many characters to draw, 4 to 20.</param>
    /// <exception cref="ArgumentException">The prefix or the length is not as described.</exception>
    /// <exception cref="InvalidOperationException">20 codes in a row were taken: take longer ones.</exception>
    public static ReferenceCode CreateUnique(Func<ReferenceCode, bool> isTaken, string prefix = DefaultPrefix, int length = DefaultLength)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        using var source = RandomNumberGenerator.Create();
        for (var draw = 0; draw < Draws; draw++)
        {
            var code = Draw(source, prefix, length);
            if (!isTaken(code))
            {
                return code;
            }
        }

        throw NoneFree(length);
    }

    /// <summary>Draws codes until one is free, asking a store.</summary>
    /// <param name="isTaken">Says whether a code is in use. Ask for all stored payments, not only open ones: letters come late.</param>
    /// <param name="prefix">1 to 10 ASCII letters or digits; written in upper case.</param>
    /// <param name="length">How many characters to draw, 4 to 20.</param>
    /// <param name="cancellationToken">Handed to <paramref name="isTaken"/>.</param>
    /// <exception cref="ArgumentException">The prefix or the length is not as described.</exception>
    /// <exception cref="InvalidOperationException">20 codes in a row were taken: take longer ones.</exception>
    public static async Task<ReferenceCode> CreateUniqueAsync(
        Func<ReferenceCode, CancellationToken, ValueTask<bool>> isTaken,
        string prefix = DefaultPrefix,
        int length = DefaultLength,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        using var source = RandomNumberGenerator.Create();
        for (var draw = 0; draw < Draws; draw++)
        {
            var code = Draw(source, prefix, length);
            if (!await isTaken(code, cancellationToken).ConfigureAwait(false))
            {
                return code;
            }
        }

        throw NoneFree(length);
    }

    /// <summary>
    /// Reads a code as people write it: in any case, with blanks or any dashes anywhere or nowhere, with or without the prefix. In the
    /// prefix, which is known, 0 passes for O and 1 for I or L. The drawn part has none of these five, so there they are a
    /// misreading that could mean several characters, and nothing is guessed.
    /// </summary>
    /// <param name="text">What was read.</param>
    /// <param name="code">The code in its one form; <c>default</c> when false.</param>
    /// <param name="prefix">The prefix that your codes have.</param>
    /// <param name="length">The number of drawn characters that your codes have.</param>
    /// <returns>False when <paramref name="text"/> is not one code of this form.</returns>
    /// <exception cref="ArgumentException">The prefix or the length can be that of no code.</exception>
    public static bool TryParse(string? text, out ReferenceCode code, string prefix = DefaultPrefix, int length = DefaultLength)
    {
        prefix = CheckForm(prefix, length);
        code = default;
        if (text is null || text.Length > LongestReading)
        {
            return false;
        }

        var characters = string.Concat(text.Where(static c => !IsSeparator(c)).Select(Upper));
        if (characters.Length == prefix.Length + length)
        {
            for (var i = 0; i < prefix.Length; i++)
            {
                if (Fold(characters[i]) != Fold(prefix[i]))
                {
                    return false;
                }
            }
        }
        else if (characters.Length != length)
        {
            return false;
        }

        var drawn = characters[^length..];
        if (!drawn.All(IsDrawn))
        {
            return false;
        }

        code = new(prefix + "-" + drawn);
        return true;
    }

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(ReferenceCode other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The whole code.</summary>
    public override string ToString() => Value;

    internal static ReferenceCode Draw(RandomNumberGenerator source, string prefix, int length)
    {
        prefix = CheckForm(prefix, length);

        // 256 is no multiple of 31: bytes from 248 up would make the first eight characters more likely, so they are drawn again.
        const int fair = 256 / 31 * 31;
        var drawn = new char[length];
        var bytes = new byte[LongestLength];
        for (var (filled, at) = (0, bytes.Length); filled < length;)
        {
            if (at == bytes.Length)
            {
                source.GetBytes(bytes);
                at = 0;
            }

            if (bytes[at++] is var value and < fair)
            {
                drawn[filled++] = Alphabet[value % Alphabet.Length];
            }
        }

        return new(prefix + "-" + new string(drawn));
    }

    /// <summary>Reads a stored code, which has exactly the form in which <see cref="Value"/> writes one.</summary>
    internal static bool TryRead(string? text, [NotNullWhen(true)] out ReferenceCode? code)
    {
        code = null;
        var dash = text.AsSpan().IndexOf('-');
        if (dash is < 1 or > LongestPrefix
            || text!.Length - dash - 1 is < ShortestLength or > LongestLength
            || !text[..dash].All(static c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            || !text[(dash + 1)..].All(IsDrawn))
        {
            return false;
        }

        code = new(text);
        return true;
    }

    private static string CheckForm(string prefix, int length)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length is 0 or > LongestPrefix || !prefix.All(static c => Upper(c) is (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
        {
            throw new ArgumentException($"The prefix must be 1 to {LongestPrefix} ASCII letters or digits.", nameof(prefix));
        }

        if (length is < ShortestLength or > LongestLength)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, $"The length must be {ShortestLength} to {LongestLength}.");
        }

        return string.Concat(prefix.Select(Upper));
    }

    private static InvalidOperationException NoneFree(int length) =>
        new($"{Draws} codes of {length} characters in a row were taken. Take longer codes, or check what isTaken answers.");

    private static bool IsDrawn(char c) => c is (>= 'A' and <= 'Z' and not ('I' or 'L' or 'O')) or (>= '2' and <= '9');

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static char Upper(char c) => c is >= 'a' and <= 'z' ? (char)(c - 'a' + 'A') : c;

    private static char Fold(char c) => c switch
    {
        '0' => 'O',
        '1' or 'L' => 'I',
        _ => c,
    };
}

internal sealed class ReferenceCodeJsonConverter() : OpenValueJsonConverter<ReferenceCode>(
    static text => ReferenceCode.TryRead(text, out var code)
        ? code.Value
        : throw new System.Text.Json.JsonException("The text is no reference code as it is stored, such as GBK-7K2M."),
    static code => code.Value);
