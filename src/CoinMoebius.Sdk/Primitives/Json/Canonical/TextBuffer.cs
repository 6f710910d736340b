using System.Buffers;

namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>
/// Receives a text while it is written. A short text stays in a small buffer of the shared pool; a longer one is passed on to a sink or,
/// without one, goes into new arrays outside the pool, which would keep them.
/// </summary>
/// <param name="sink">Receives the pieces of a long text; without a sink the buffer keeps the whole text.</param>
internal sealed class TextBuffer(ITextSink? sink = null) : IDisposable
{
    /// <summary>The maximum length of a short text in bytes. A multiple of three, so that pieces of base64 need no padding.</summary>
    public const int Size = 6 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _length;
    private int _capacity = Size;

    /// <summary>The text not yet passed on; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => new(_buffer, 0, _length);

    /// <summary>False when the buffer has passed on a part of the text.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Starts a new text.</summary>
    public void Clear()
    {
        _length = 0;
        IsWhole = true;
    }

    public void Append(byte value)
    {
        if (_length == _capacity)
        {
            MakeRoom(1);
        }

        _buffer[_length++] = value;
    }

    public void Append(byte first, byte second)
    {
        if (_capacity - _length < 2)
        {
            Append(first);
            Append(second);
            return;
        }

        _buffer[_length] = first;
        _buffer[_length + 1] = second;
        _length += 2;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        while (values.Length > _capacity - _length)
        {
            if (sink is null)
            {
                MakeRoom(values.Length);
                continue;
            }

            var room = _capacity - _length;
            values[..room].CopyTo(_buffer.AsSpan(_length));
            _length = _capacity;
            values = values[room..];
            MakeRoom(1);
        }

        values.CopyTo(_buffer.AsSpan(_length));
        _length += values.Length;
    }

    /// <summary>Writes a non-negative number in decimal digits.</summary>
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

    /// <summary>Returns the buffer to the pool.</summary>
    public void Dispose()
    {
        Return();
        _buffer = [];
        _length = _capacity = 0;
    }

    private void MakeRoom(int count)
    {
        if (sink is not null)
        {
            sink.Append(_buffer.AsSpan(0, Size));
            _length = 0;
            IsWhole = false;
            return;
        }

        var larger = new byte[Math.Max(_capacity * 2, _length + count)];
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Return();
        _buffer = larger;
        _capacity = larger.Length;
    }

    private void Return()
    {
        if (_capacity == Size)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}

/// <summary>Receives a long text piece by piece, while it is written.</summary>
internal interface ITextSink
{
    /// <summary>Receives the next piece, of <see cref="TextBuffer.Size"/> bytes.</summary>
    void Append(ReadOnlySpan<byte> piece);
}
