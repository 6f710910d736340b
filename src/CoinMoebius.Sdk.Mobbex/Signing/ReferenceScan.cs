using System.Text.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Signing;

/// <summary>
/// Searches a body for a reference to which the token belongs, without storing the body: a refusal costs no more than one pass. The
/// result is preliminary, because a body may contain a member twice; <see cref="BoundReference"/> decides.
/// </summary>
internal ref struct ReferenceScan
{
    /// <summary>The longest reference in bytes; Mobbex takes 255 characters.</summary>
    public const int MaxLength = 1024;

    // A reference has five possible places; a body that repeats them wants to cause work.
    private const int MaxCandidates = 8;

    private readonly IList<string> _secrets;
    private readonly ReadOnlySpan<byte> _token;
    private readonly Span<byte> _reference;
    private int _length;
    private int _candidates;
    private bool _isCheckout;

    /// <summary>Prepares a scan.</summary>
    /// <param name="secrets">The secrets that may have created the token.</param>
    /// <param name="token">The token received.</param>
    /// <param name="reference">A buffer of <see cref="MaxLength"/> bytes.</param>
    public ReferenceScan(IList<string> secrets, ReadOnlySpan<byte> token, Span<byte> reference)
    {
        _secrets = secrets;
        _token = token;
        _reference = reference;
    }

    private enum Level
    {
        Other,
        Root,
        Data,
        Payment,
        Subscription,
        Named,
        Reference,
    }

    private enum Step
    {
        GoOn,
        Matched,
        Refused,
        Flooded,
    }

    /// <summary>Scans the body.</summary>
    /// <param name="json">The body as JSON.</param>
    /// <param name="length">The length in bytes of the reference to which the token belongs; zero when the body has none.</param>
    /// <returns><see cref="WebhookVerdict.Verified"/>, <see cref="WebhookVerdict.SignatureMismatch"/> or <see cref="WebhookVerdict.MalformedBody"/>.</returns>
    public WebhookVerdict Run(ReadOnlySpan<byte> json, out int length)
    {
        length = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = EventMapping.MaxDepth });
        Step step;
        try
        {
            step = reader.Read() && reader.TokenType == JsonTokenType.StartObject ? Walk(ref reader, Level.Root) : Step.GoOn;
            while (step == Step.GoOn && reader.Read())
            {
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a member name is not valid text.
            return WebhookVerdict.MalformedBody;
        }

        length = _length;
        return step switch
        {
            Step.Matched => WebhookVerdict.Verified,
            Step.Flooded => WebhookVerdict.MalformedBody,
            Step.GoOn when _candidates == 0 && UrlToken.IsOf(default, _secrets, _token) => WebhookVerdict.Verified,
            _ => WebhookVerdict.SignatureMismatch,
        };
    }

    private Step Walk(ref Utf8JsonReader reader, Level level)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var below = Below(level, ref reader);
            var isType = level == Level.Root && reader.ValueTextEquals("type"u8);
            reader.Read();
            var step = Step.GoOn;
            if (isType)
            {
                _isCheckout = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("checkout"u8);
            }

            if (below == Level.Reference)
            {
                step = Try(ref reader, level);
            }
            else if (below != Level.Other && reader.TokenType == JsonTokenType.StartObject)
            {
                step = Walk(ref reader, below);
            }
            else
            {
                reader.Skip();
            }

            if (step != Step.GoOn)
            {
                return step;
            }
        }

        return Step.GoOn;
    }

    private Step Try(ref Utf8JsonReader reader, Level level)
    {
        if (!TryRead(ref reader, out var length))
        {
            reader.Skip();
            return Step.GoOn;
        }

        if (UrlToken.IsOf(_reference[..length], _secrets, _token))
        {
            _length = length;
            return Step.Matched;
        }

        // In a checkout's notification only this reference counts.
        return level == Level.Payment && _isCheckout ? Step.Refused
            : ++_candidates >= MaxCandidates ? Step.Flooded
            : Step.GoOn;
    }

    /// <summary>Copies a non-empty string, or the digits of a number.</summary>
    private readonly bool TryRead(ref Utf8JsonReader reader, out int length)
    {
        length = 0;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || reader.ValueSpan.Length is 0 or > MaxLength)
        {
            return false;
        }

        try
        {
            length = reader.TokenType == JsonTokenType.String ? reader.CopyString(_reference) : Copy(reader.ValueSpan);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The string is not valid text, so it is not a reference.
            return false;
        }
    }

    private readonly int Copy(ReadOnlySpan<byte> digits)
    {
        digits.CopyTo(_reference);
        return digits.Length;
    }

    private static Level Below(Level level, ref Utf8JsonReader reader) => level switch
    {
        Level.Root => reader.ValueTextEquals("data"u8) ? Level.Data : Level.Other,
        Level.Data => reader.ValueTextEquals("payment"u8) ? Level.Payment
            : reader.ValueTextEquals("subscription"u8) ? Level.Subscription
            : reader.ValueTextEquals("checkout"u8) || reader.ValueTextEquals("subscriber"u8) ? Level.Named
            : Level.Other,
        Level.Subscription when reader.ValueTextEquals("uid"u8) => Level.Reference,
        Level.Payment or Level.Named or Level.Subscription => reader.ValueTextEquals("reference"u8) ? Level.Reference : Level.Other,
        _ => Level.Other,
    };
}
