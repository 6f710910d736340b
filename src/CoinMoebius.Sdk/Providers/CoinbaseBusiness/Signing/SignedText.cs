using System.Text;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Signing;

/// <summary>What is signed before the body, each piece followed by a full stop. It grows no further than its buffer.</summary>
/// <param name="buffer">Takes the text.</param>
internal struct SignedText(byte[] buffer)
{
    /// <summary>The size of the buffer: as much as web servers take for all headers together.</summary>
    public const int MaxLength = 32 * 1024;

    private int _length;

    /// <summary>What was written.</summary>
    public readonly ReadOnlySpan<byte> Written => buffer.AsSpan(0, _length);

    /// <summary>Adds figures or names, in lower case; false when there is no room.</summary>
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

    /// <summary>Adds a header's value in UTF-8, with every blank it came with; false when there is no room.</summary>
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

    // The buffer may be longer than was asked for.
    private readonly bool HasRoom(int bytes) => bytes < MaxLength - _length;
}
