namespace CoinMoebius.Cli.Webhooks;

/// <summary>Cuts a stream into lines as bytes, holding no more of it than the line at hand.</summary>
/// <param name="input">The stream.</param>
/// <param name="maxLength">The longest line in bytes; a longer one is passed over and reported as too long.</param>
internal sealed class LineReader(Stream input, int maxLength)
{
    private const int BlockSize = 64 * 1024;

    private byte[] _buffer = new byte[BlockSize];
    private int _start;
    private int _scanned;
    private int _end;
    private bool _isTooLong;
    private bool _isFirstBlock = true;

    /// <summary>The line at hand without its line feed; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>True when the line at hand is longer than allowed; <see cref="Line"/> is then empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Moves to the next line that has been read in full.</summary>
    public bool TryRead()
    {
        var newline = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
        if (newline < 0)
        {
            _scanned = _end;
            DropIfTooLong();
            return false;
        }

        Take(_scanned + newline);
        _start = _scanned = _scanned + newline + 1;
        return true;
    }

    /// <summary>Moves to what follows the last line feed of the input, if anything does.</summary>
    public bool TryReadRest()
    {
        if (_start == _end && !_isTooLong)
        {
            return false;
        }

        Take(_end);
        _start = _scanned = _end;
        return true;
    }

    /// <summary>Reads on; false at the end of the input.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count;
        if (_isFirstBlock && _end - _start >= 3)
        {
            _isFirstBlock = false;
            if (_buffer.AsSpan(_start).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            {
                _start = _scanned = _start + 3;
            }
        }

        return count > 0;
    }

    private void Take(int end)
    {
        IsTooLong = _isTooLong || end - _start > maxLength;
        Line = IsTooLong ? default : _buffer.AsMemory(_start, end - _start);
        _isTooLong = false;
    }

    private void DropIfTooLong()
    {
        if (_isTooLong || _end - _start > maxLength)
        {
            _isTooLong = true;
            _start = _scanned = _end = 0;
        }
    }

    private void MakeRoom()
    {
        var length = _end - _start;
        var target = length == 0 ? BlockSize
            : length < _buffer.Length ? _buffer.Length
            : (int)Math.Min(2L * _buffer.Length, (long)maxLength + BlockSize);
        var destination = target == _buffer.Length ? _buffer : new byte[target];
        if (_start > 0 || destination != _buffer)
        {
            _buffer.AsSpan(_start, length).CopyTo(destination);
        }

        _buffer = destination;
        _scanned -= _start;
        _start = 0;
        _end = length;
    }
}
