using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.MoneyButton.Signing;

/// <summary>The member <c>secret</c> at the top level of a body, which must occur once. The search reads the JSON without storing it.</summary>
internal readonly struct SecretMember
{
    // The length of an ordinary secret when JSON escapes every character.
    private const int MaxEscapedLength = 2048;

    private readonly int _valueStart;
    private readonly int _valueLength;
    private readonly bool _isEscaped;
    private readonly int _cutStart;
    private readonly int _cutEnd;

    private SecretMember(int valueStart, int valueLength, bool isEscaped, int cutStart, int cutEnd)
    {
        _valueStart = valueStart;
        _valueLength = valueLength;
        _isEscaped = isEscaped;
        _cutStart = cutStart;
        _cutEnd = cutEnd;
    }

    /// <summary>
    /// Finds the member: <see cref="WebhookVerdict.Verified"/> when there is one to compare. <see cref="WebhookVerdict.MalformedBody"/> comes
    /// first, for a body that is not JSON; then <see cref="WebhookVerdict.MalformedSignature"/> for a second member of that name, and
    /// <see cref="WebhookVerdict.MissingSignature"/> for an absent member, or one that is not a string or is empty.
    /// </summary>
    public static WebhookVerdict Find(ReadOnlySpan<byte> body, out SecretMember member)
    {
        try
        {
            return Scan(body, out member);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: the escapes of a name are not valid text. Both exceptions end the scan.
            member = default;
            return WebhookVerdict.MalformedBody;
        }
    }

    /// <summary>Compares the unescaped value with each secret in constant time.</summary>
    public WebhookVerdict Compare(ReadOnlySpan<byte> body, IList<string> secrets)
    {
        var value = body.Slice(_valueStart, _valueLength);
        if (!_isEscaped)
        {
            return Verdict(SecretText.MatchesAny(secrets, value));
        }

        if (value.Length > MaxEscapedLength)
        {
            return WebhookVerdict.SignatureMismatch;
        }

        Span<byte> unescaped = stackalloc byte[MaxEscapedLength];
        var reader = new Utf8JsonReader(body.Slice(_valueStart - 1, _valueLength + 2));
        reader.Read();
        try
        {
            return Verdict(SecretText.MatchesAny(secrets, unescaped[..reader.CopyString(unescaped)]));
        }
        catch (InvalidOperationException)
        {
            // The escapes are not valid text, such as half a surrogate pair.
            return WebhookVerdict.MalformedSignature;
        }
    }

    /// <summary>Returns the body without the member and its comma; every other byte is unchanged.</summary>
    public byte[] RemoveFrom(ReadOnlySpan<byte> body)
    {
        var rest = new byte[body.Length - (_cutEnd - _cutStart)];
        body[.._cutStart].CopyTo(rest);
        body[_cutEnd..].CopyTo(rest.AsSpan(_cutStart));
        return rest;
    }

    private static WebhookVerdict Scan(ReadOnlySpan<byte> body, out SecretMember member)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = EventMapping.MaxDepth });
        member = default;
        var (count, nameStart, valueStart, valueLength, valueEnd, isEscaped) = (0, 0, 0, 0, 0, false);
        var (isFirst, previousEnd, nextName) = (true, 0, 0);
        for (var end = 0; reader.Read(); end = (int)reader.BytesConsumed)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                // An array has no members at the top level.
                reader.Skip();
            }

            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            nextName = count == 1 && nextName == 0 ? start : nextName;
            var isSecret = reader.ValueTextEquals("secret"u8);
            reader.Read();
            if (!isSecret)
            {
                isFirst &= count > 0;
                reader.Skip();
                continue;
            }

            (count, nameStart, previousEnd) = (count + 1, start, end);
            if (reader.TokenType == JsonTokenType.String)
            {
                valueStart = (int)reader.TokenStartIndex + 1;
                valueLength = reader.ValueSpan.Length;
                valueEnd = (int)reader.BytesConsumed;
                isEscaped = reader.ValueIsEscaped;
            }

            reader.Skip();
        }

        if (count > 1)
        {
            return WebhookVerdict.MalformedSignature;
        }

        if (valueLength == 0)
        {
            return WebhookVerdict.MissingSignature;
        }

        // The cut includes the comma after the member; for the last of several members, the comma before it.
        var (cutStart, cutEnd) = nextName > 0 ? (nameStart, nextName) : (isFirst ? nameStart : previousEnd, valueEnd);
        member = new(valueStart, valueLength, isEscaped, cutStart, cutEnd);
        return WebhookVerdict.Verified;
    }

    private static WebhookVerdict Verdict(bool matches) => matches ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch;
}
