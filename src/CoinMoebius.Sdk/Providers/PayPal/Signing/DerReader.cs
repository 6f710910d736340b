namespace CoinMoebius.Sdk.Providers.PayPal.Signing;

/// <summary>Steps through the elements of a DER encoding: only what reading names takes.</summary>
internal ref struct DerReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>Reads the next element; false at the end and on a broken encoding.</summary>
    public bool TryRead(out byte tag, out ReadOnlySpan<byte> value)
    {
        tag = 0;
        value = default;
        if (_rest.Length < 2)
        {
            return false;
        }

        tag = _rest[0];
        int length = _rest[1];
        var header = 2;
        if (length >= 0x80)
        {
            var count = length & 0x7F;
            if (count is 0 or > 3 || _rest.Length < header + count)
            {
                return false;
            }

            length = 0;
            for (var i = 0; i < count; i++)
            {
                length = (length << 8) | _rest[header + i];
            }

            header += count;
        }

        if (_rest.Length - header < length)
        {
            return false;
        }

        value = _rest.Slice(header, length);
        _rest = _rest[(header + length)..];
        return true;
    }
}
