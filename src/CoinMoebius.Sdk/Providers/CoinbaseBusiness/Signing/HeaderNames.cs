using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Signing;

/// <summary>The names of headers in a signature, separated by single spaces.</summary>
internal readonly ref struct HeaderNames
{
    private const string EventType = "x-event-type";

    // HTTP allows a full stop in a header's name, but it would make the signed text ambiguous.
    private const string Token = "!#$%&'*+-^_`|~";
    private const int MaxNames = 64;

    // The names in every delivery: a lookup needs a string, and these need no new one.
    private static readonly string[] Usual = ["x-event-id", EventType, "content-type"];

    // Secret, so that nobody can construct names with equal hashes.
    private static readonly uint Multiplier = unchecked((uint)Guid.NewGuid().GetHashCode()) | 1;

    private HeaderNames(ReadOnlySpan<char> text) => Text = text;

    /// <summary>The names as written.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Reads a list, which may be empty; false when it is too long, or has an invalid or repeated name.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out HeaderNames names)
    {
        names = new(text);
        Span<uint> hashes = stackalloc uint[MaxNames];
        var count = 0;
        foreach (var name in names)
        {
            if (count == MaxNames || !TryHash(name, out var hash) || (hashes[..count].IndexOf(hash) >= 0 && names.Has(name, count)))
            {
                return false;
            }

            hashes[count++] = hash;
        }

        return true;
    }

    /// <summary>
    /// Whether the end of a value is unambiguous. Full stops separate the signed values, so all but one value must have none: otherwise a part
    /// of one could be sent as a part of the next. Coinbase has full stops in the event's type.
    /// </summary>
    public static bool IsUnambiguous(ReadOnlySpan<char> name, string value) =>
        value.AsSpan().IndexOf('.') < 0 || name.Equals(EventType.AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the value of a header, which may be blank.</summary>
    /// <returns>
    /// <see cref="WebhookVerdict.Verified"/> when it occurs once; <see cref="WebhookVerdict.MissingSignature"/> when it is absent, since a
    /// signed part is then missing; <see cref="WebhookVerdict.MalformedSignature"/> when it occurs twice.
    /// </returns>
    public static WebhookVerdict Find(WebhookRequest request, ReadOnlySpan<char> name, out string value)
    {
        value = "";
        var values = request.GetHeader(TextOf(name));
        if (values.Count > 1)
        {
            return WebhookVerdict.MalformedSignature;
        }

        if (values.Count == 0 || values[0] is not { } only)
        {
            return WebhookVerdict.MissingSignature;
        }

        value = only;
        return WebhookVerdict.Verified;
    }

    public Enumerator GetEnumerator() => new(Text);

    private static string TextOf(ReadOnlySpan<char> name)
    {
        foreach (var usual in Usual)
        {
            if (name.Equals(usual.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return usual;
            }
        }

        return name.ToString();
    }

    /// <summary>Computes the hash of a name, which ignores case; false when the name is invalid.</summary>
    private static bool TryHash(ReadOnlySpan<char> name, out uint hash)
    {
        hash = 0;
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && Token.AsSpan().IndexOf(c) < 0)
            {
                return false;
            }

            hash = unchecked((hash * Multiplier) + (c | 0x20u));
        }

        return !name.IsEmpty;
    }

    private bool Has(ReadOnlySpan<char> name, int among)
    {
        foreach (var other in this)
        {
            if (among-- == 0)
            {
                return false;
            }

            if (other.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    internal ref struct Enumerator
    {
        private ReadOnlySpan<char> _rest;
        private bool _ended;

        internal Enumerator(ReadOnlySpan<char> text)
        {
            _rest = text;
            _ended = text.IsEmpty;
            Current = default;
        }

        public ReadOnlySpan<char> Current { get; private set; }

        public bool MoveNext()
        {
            if (_ended)
            {
                return false;
            }

            var space = _rest.IndexOf(' ');
            _ended = space < 0;
            Current = _ended ? _rest : _rest[..space];
            _rest = _ended ? default : _rest[(space + 1)..];
            return true;
        }
    }
}
