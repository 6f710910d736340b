using System.Text;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Signing;

/// <summary>The signed text before the body, each piece followed by a full stop. It does not grow beyond its buffer.</summary>
/// <param name="buffer">Receives the text.</param>
internal struct SignedText(byte[] buffer)
{
    /// <summary>The size of the buffer: as much as web servers accept for all headers together.</summary>
    public const int MaxLength = 32 * 1024;

    private int _length;

    /// <summary>The text written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => buffer.AsSpan(0, _length);

    /// <summary>Adds digits or names in lower case; false when there is no room.</summary>
    public bool TryAdd(ReadOnlySpan<char> ascii)
    {
        if (!HasRoom(ascii.Length))
        {
            return false;
        }

        foreach (var c in ascii)
        {
            buffer[_length++] = (byte)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
        }

        buffer[_length++] = (byte)'.';
        return true;
    }

    /// <summary>Adds a header's value in UTF-8, including all its blanks; false when there is no room.</summary>
    public bool TryAdd(string value)
    {
        if (!HasRoom(value.Length) || !HasRoom(Encoding.UTF8.GetByteCount(value)))
        {
            return false;
        }

        _length += Encoding.UTF8.GetBytes(value, 0, value.Length, buffer, _length);
        buffer[_length++] = (byte)'.';
        return true;
    }

    // The rented buffer may be longer than requested.
    private readonly bool HasRoom(int bytes) => bytes < MaxLength - _length;
}
