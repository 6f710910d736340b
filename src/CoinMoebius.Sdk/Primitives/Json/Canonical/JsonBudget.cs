namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>
/// Limits the cost of a text that is not yet authenticated: far more than a payment's notification needs, and a small constant times its
/// bytes. The parser rejects a text beyond it like invalid JSON.
/// </summary>
internal ref struct JsonBudget
{
    /// <summary>The maximum depth, the same as for reading events and in PHP.</summary>
    public const int MaxDepth = 512;

    /// <summary>The maximum number of values: their nodes fit into an array that the shared pool may keep.</summary>
    public const int MaxValues = 2048;

    private const int FreeValues = 460;
    private const int BytesOfValue = 12;
    private const int FreeDigits = 2048;
    private const int BytesOfDigit = 4;
    private const int LeastDigits = 16;
    private const int FreeNameBytes = 4096;
    private const int BytesOfNameByte = 8;

    private int _values;
    private int _digits;
    private int _escapedNames;

    /// <summary>Creates the budget of a text.</summary>
    /// <param name="length">The length of the text in bytes.</param>
    public JsonBudget(int length)
    {
        _values = Math.Min(FreeValues + (length / BytesOfValue), MaxValues);
        _digits = FreeDigits + (length / BytesOfDigit);
        _escapedNames = FreeNameBytes + (length / BytesOfNameByte);
    }

    /// <summary>Counts a value; false when there are too many.</summary>
    public bool TryTakeValue() => --_values >= 0;

    /// <summary>Counts a number that needs rounding to a double, which costs more than copying its digits; false when there are too many.</summary>
    public bool TryRound(int digits) => (_digits -= Math.Max(digits, LeastDigits)) >= 0;

    /// <summary>Counts a name with an escape, which each comparison decodes; false when there are too many.</summary>
    public bool TryTakeEscapedName(int length) => (_escapedNames -= length) >= 0;
}
