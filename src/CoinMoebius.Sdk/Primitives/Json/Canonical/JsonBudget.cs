namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>
/// What a text may cost before anybody has vouched for it: far more than a payment's notification needs, and a small constant times its
/// bytes. A text beyond it is refused as if it were no JSON.
/// </summary>
internal ref struct JsonBudget
{
    /// <summary>The deepest nesting: as deep as events are read, and as PHP reads.</summary>
    public const int MaxDepth = 512;

    /// <summary>The most values: their nodes fit into an array that the shared pool may keep.</summary>
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

    /// <summary>The budget of a text.</summary>
    /// <param name="length">Its bytes.</param>
    public JsonBudget(int length)
    {
        _values = Math.Min(FreeValues + (length / BytesOfValue), MaxValues);
        _digits = FreeDigits + (length / BytesOfDigit);
        _escapedNames = FreeNameBytes + (length / BytesOfNameByte);
    }

    /// <summary>Takes a value; false when there were too many.</summary>
    public bool TryTakeValue() => --_values >= 0;

    /// <summary>Takes a number that has to be rounded to a double, which costs more than copying its digits; false when there were too many.</summary>
    public bool TryRound(int digits) => (_digits -= Math.Max(digits, LeastDigits)) >= 0;

    /// <summary>Takes a name with an escape, which is decoded each time it is compared; false when there were too many.</summary>
    public bool TryTakeEscapedName(int length) => (_escapedNames -= length) >= 0;
}
