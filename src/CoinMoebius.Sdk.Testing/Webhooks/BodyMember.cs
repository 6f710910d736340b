using System.Text.Json;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Puts a signature into a JSON body, for providers that use no header.</summary>
internal static class BodyMember
{
    private const int MaxDepth = 1024;

    /// <summary>
    /// Sets a member of the outermost object: in place of an existing one, otherwise as the first or last one. A body that is not a JSON object
    /// remains unchanged.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="name">The member's name, without quotes.</param>
    /// <param name="value">Its value as JSON.</param>
    /// <param name="atEnd">True to add it as the last one.</param>
    public static byte[] Set(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool atEnd)
    {
        int open = 0, close = 0, members = 0, from = 0, to = 0;
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            open = reader.TokenType == JsonTokenType.StartObject ? (int)reader.BytesConsumed : 0;
            while (reader.Read())
            {
                close = (int)reader.TokenStartIndex;
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                {
                    members++;
                    if (reader.ValueTextEquals(name))
                    {
                        reader.Read();
                        from = (int)reader.TokenStartIndex;
                        reader.Skip();
                        to = (int)reader.BytesConsumed;
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return body.ToArray();
        }

        if (open == 0 || to > 0)
        {
            return open == 0 ? body.ToArray() : [.. body[..from], .. value, .. body[to..]];
        }

        var at = atEnd ? close : open;
        var before = atEnd && members > 0 ? ","u8 : default;
        var after = !atEnd && members > 0 ? ","u8 : default;
        return [.. body[..at], .. before, (byte)'"', .. name, .. "\":"u8, .. value, .. after, .. body[at..]];
    }
}
