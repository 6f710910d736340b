using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Providers.Manual;

/// <summary>
/// The code that a buyer writes on the letter, such as <c>SHOP-7K2M</c>: a prefix, a dash, and characters that are hard to confuse.
/// <see cref="ReferenceCodeFormat"/> draws and reads codes.
/// </summary>
/// <remarks>
/// <para>
/// The drawn part uses 31 characters: the letters without I, L and O, the digits without 0 and 1. It comes from a cryptographic source,
/// and every character is equally likely.
/// </para>
/// <para><c>default</c> is the empty text. Compared ordinally.</para>
/// </remarks>
[JsonConverter(typeof(ReferenceCodeJsonConverter))]
public readonly record struct ReferenceCode
{
    /// <summary>The characters of the drawn part.</summary>
    public const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    internal const int LongestPrefix = 10;
    internal const int ShortestLength = 4;
    internal const int LongestLength = 20;

    private readonly string? _value;

    internal ReferenceCode(string value) => _value = value;

    /// <summary>The whole code in upper case, with its dash; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>True when both hold the same text, compared ordinally.</summary>
    public bool Equals(ReferenceCode other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The whole code.</summary>
    public override string ToString() => Value;

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

    internal static bool IsDrawn(char c) => c is (>= 'A' and <= 'Z' and not ('I' or 'L' or 'O')) or (>= '2' and <= '9');
}

internal sealed class ReferenceCodeJsonConverter() : OpenValueJsonConverter<ReferenceCode>(
    static text => ReferenceCode.TryRead(text, out var code)
        ? code.Value
        : throw new System.Text.Json.JsonException("The text is no reference code as it is stored, such as SHOP-7K2M."),
    static code => code.Value);
