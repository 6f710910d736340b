using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Signing;

/// <summary>The names of headers in a signature, one space between them.</summary>
internal readonly ref struct HeaderNames
{
    private const string EventType = "x-event-type";

    // A full stop may stand in a header's name, but what is signed would then end in more than one place.
    private const string Token = "!#$%&'*+-^_`|~";
    private const int MaxNames = 64;

    // Those that every delivery names: a lookup takes a text, and none is to be made of what anybody may send.
    private static readonly string[] Usual = ["x-event-id", EventType, "content-type"];

    // Nobody outside knows it, so nobody can make names that look the same.
    private static readonly uint Multiplier = unchecked((uint)Guid.NewGuid().GetHashCode()) | 1;

    private HeaderNames(ReadOnlySpan<char> text) => Text = text;

    /// <summary>The names as they are written.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Takes a list, also an empty one; false when it is too long, or holds what is no name or a name twice.</summary>
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
    /// Whether a value ends where it seems to. The values are signed with full stops between them, so all but one must have none: else a part
    /// of one could be sent as a part of the next. Coinbase has them in the event's type.
    /// </summary>
    public static bool IsUnambiguous(ReadOnlySpan<char> name, string value) =>
        value.AsSpan().IndexOf('.') < 0 || name.Equals(EventType.AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of a header, which may be blank.</summary>
    /// <returns>
    /// <see cref="WebhookVerdict.Verified"/> when it is there once; <see cref="WebhookVerdict.MissingSignature"/> when it is absent, since a
    /// part of what proves the delivery is missing then; <see cref="WebhookVerdict.MalformedSignature"/> when it comes twice.
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

    /// <summary>Reads a name; false when it is none. Names of one text, in any case, have one hash.</summary>
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
