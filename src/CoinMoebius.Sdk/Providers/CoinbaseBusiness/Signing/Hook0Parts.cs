namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Signing;

/// <summary>The known parts of a signature header; absent ones are empty. The limits are those of Hook0's clients.</summary>
internal ref struct Hook0Parts
{
    private const int MaxLength = 8 * 1024;
    private const int MaxParts = 32;

    public ReadOnlySpan<char> Timestamp;
    public ReadOnlySpan<char> Names;
    public ReadOnlySpan<char> BodyCode;
    public ReadOnlySpan<char> HeadersCode;

    /// <summary>True for a header whose <c>v1</c> was removed: the sender writes the names only together with it.</summary>
    public readonly bool IsStripped => HeadersCode.IsEmpty && !Names.IsEmpty;

    /// <summary>True with a verifiable code: a <c>v1</c> does not count without the names of the headers it covers.</summary>
    public readonly bool IsComplete => HeadersCode.IsEmpty ? !BodyCode.IsEmpty : !Names.IsEmpty;

    /// <summary>Splits the header; false when it is too long, or has an empty or repeated part.</summary>
    public static bool TryRead(ReadOnlySpan<char> header, out Hook0Parts parts)
    {
        parts = default;
        if (header.Length > MaxLength)
        {
            return false;
        }

        for (var count = 1; count <= MaxParts; count++)
        {
            var comma = header.IndexOf(',');
            if (!parts.TryTake(comma < 0 ? header : header[..comma]))
            {
                return false;
            }

            if (comma < 0)
            {
                return true;
            }

            header = header[(comma + 1)..];
        }

        return false;
    }

    // Parts with other names may be added later.
    private bool TryTake(ReadOnlySpan<char> part)
    {
        var equals = part.IndexOf('=');
        if (equals < 0)
        {
            return true;
        }

        var value = part[(equals + 1)..].Trim();
        return part[..equals].Trim() switch
        {
            "t" => TrySet(ref Timestamp, value),
            "h" => TrySet(ref Names, value),
            "v0" => TrySet(ref BodyCode, value),
            "v1" => TrySet(ref HeadersCode, value),
            _ => true,
        };
    }

    private static bool TrySet(ref ReadOnlySpan<char> part, ReadOnlySpan<char> value)
    {
        if (!part.IsEmpty || value.IsEmpty)
        {
            return false;
        }

        part = value;
        return true;
    }
}
