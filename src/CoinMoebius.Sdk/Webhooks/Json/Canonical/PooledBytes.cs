using System.Buffers;

namespace CoinMoebius.Sdk.Webhooks.Json.Canonical;

/// <summary>A growing run of bytes in a buffer of the shared pool.</summary>
internal sealed class PooledBytes(int capacity) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    /// <summary>What was written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => new(_buffer, 0, _length);

    public void Clear() => _length = 0;

    public void Append(byte value)
    {
        if (_length == _buffer.Length)
        {
            Grow(1);
        }

        _buffer[_length++] = value;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        if (values.Length > _buffer.Length - _length)
        {
            Grow(values.Length);
        }

        values.CopyTo(_buffer.AsSpan(_length));
        _length += values.Length;
    }

    /// <summary>Writes a number that is not negative in decimal digits.</summary>
    public void AppendDigits(int value)
    {
        Span<byte> digits = stackalloc byte[10];
        var at = digits.Length;
        do
        {
            digits[--at] = (byte)('0' + (value % 10));
            value /= 10;
        }
        while (value > 0);

        Append(digits[at..]);
    }

    public void AppendZeros(int count)
    {
        for (; count > 0; count--)
        {
            Append((byte)'0');
        }
    }

    /// <summary>Writes a code point that is not a surrogate.</summary>
    public void AppendUtf8(int codePoint)
    {
        if (codePoint < 0x80)
        {
            Append((byte)codePoint);
            return;
        }

        if (codePoint < 0x800)
        {
            Append((byte)(0xC0 | (codePoint >> 6)));
        }
        else
        {
            if (codePoint < 0x10000)
            {
                Append((byte)(0xE0 | (codePoint >> 12)));
            }
            else
            {
                Append((byte)(0xF0 | (codePoint >> 18)));
                Append((byte)(0x80 | ((codePoint >> 12) & 0x3F)));
            }

            Append((byte)(0x80 | ((codePoint >> 6) & 0x3F)));
        }

        Append((byte)(0x80 | (codePoint & 0x3F)));
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
