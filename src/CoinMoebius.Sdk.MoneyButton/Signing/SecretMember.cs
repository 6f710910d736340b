using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.MoneyButton.Signing;

/// <summary>The member <c>secret</c> of a body's top level, which must be there once. Found by reading the JSON, without keeping any of it.</summary>
internal readonly struct SecretMember
{
    // What JSON may make of a secret of ordinary length, when every character is escaped.
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
    /// <see cref="WebhookVerdict.Verified"/> when there is one to compare. <see cref="WebhookVerdict.MalformedBody"/> comes first, since
    /// without JSON there is nothing to look in; then <see cref="WebhookVerdict.MalformedSignature"/> for a second member of that name,
    /// and <see cref="WebhookVerdict.MissingSignature"/> for none, or one that is no text or an empty one.
    /// </summary>
    public static WebhookVerdict Find(ReadOnlySpan<byte> body, out SecretMember member)
    {
        try
        {
            return Scan(body, out member);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second kind is for a name whose escapes make no text. Both end the reading, so there is one at most.
            member = default;
            return WebhookVerdict.MalformedBody;
        }
    }

    /// <summary>Compares the value with each secret, in constant time and after unescaping.</summary>
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
            // Escapes that make no text, such as half a surrogate pair.
            return WebhookVerdict.MalformedSignature;
        }
    }

    /// <summary>The body without the member and the comma that belongs to it; every other byte as it was.</summary>
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
                // Not an object: nothing in it is at the top level.
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

        // The comma after it goes with it; the last of several takes the comma before it.
        var (cutStart, cutEnd) = nextName > 0 ? (nameStart, nextName) : (isFirst ? nameStart : previousEnd, valueEnd);
        member = new(valueStart, valueLength, isEscaped, cutStart, cutEnd);
        return WebhookVerdict.Verified;
    }

    private static WebhookVerdict Verdict(bool matches) => matches ? WebhookVerdict.Verified : WebhookVerdict.SignatureMismatch;
}
