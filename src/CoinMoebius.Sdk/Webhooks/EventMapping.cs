using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Primitives.Json.Canonical;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>Turns the parsed body of an authentic request into its event.</summary>
/// <param name="root">The body's JSON value, of any kind.</param>
/// <param name="context">The verifier's input beside the body.</param>
internal delegate WebhookEvent EventMapper<TContext>(JsonElement root, in TContext context);

/// <summary>Runs a mapper on the body of an authentic request.</summary>
internal static class EventMapping
{
    /// <summary>The maximum depth of JSON.</summary>
    public const int MaxDepth = JsonBudget.MaxDepth;

    private static readonly JsonDocumentOptions ParseOptions = new() { MaxDepth = MaxDepth };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Parses and maps a body. One that is not JSON gives <see cref="WebhookVerdict.MalformedBody"/>; one that is JSON but makes the mapper
    /// fail becomes an <see cref="UnmappedEvent"/>, so that no authentic event is lost.
    /// </summary>
    /// <param name="provider">The sender.</param>
    /// <param name="rawBody">The exact bytes received.</param>
    /// <param name="json">The text to parse and, if it has no id, to derive the event id from.</param>
    /// <param name="map">The provider's mapper.</param>
    /// <param name="context">The verifier's input beside the body.</param>
    public static WebhookVerification Run<TContext>(
        PaymentProvider provider, ReadOnlyMemory<byte> rawBody, ReadOnlyMemory<byte> json, EventMapper<TContext> map, in TContext context)
    {
        using var document = Parse(json);
        return document is null
            ? WebhookVerification.Rejected(WebhookVerdict.MalformedBody)
            : Map(provider, rawBody, json, document.RootElement, map, context);
    }

    /// <summary>
    /// Parses and maps with an external mapper. Such a mapper reads with <c>GetProperty</c> and parsers, so their exceptions also mean an
    /// unexpected payload.
    /// </summary>
    public static WebhookVerification Run(PaymentProvider provider, ReadOnlyMemory<byte> body, Func<JsonElement, WebhookEvent> map)
    {
        using var document = Parse(body);
        if (document is null)
        {
            return WebhookVerification.Rejected(WebhookVerdict.MalformedBody);
        }

        try
        {
            if (map(document.RootElement) is not { } mapped)
            {
                return Unmapped(provider, body, body);
            }

            var eventId = string.IsNullOrEmpty(mapped.EventId) ? ContentDigest.EventId(body.Span) : mapped.EventId;
            return WebhookVerification.Verified(mapped with { Provider = provider, RawBody = body, EventId = eventId });
        }
        catch (Exception exception) when (exception
            is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or ArithmeticException)
        {
            return Unmapped(provider, body, body);
        }
    }

    /// <summary>Parses a text, with or without a byte order mark; null when it is not JSON.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        var text = json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
        try
        {
            return JsonDocument.Parse(text, ParseOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Maps a parsed text; one that makes the mapper fail becomes an <see cref="UnmappedEvent"/>.</summary>
    public static WebhookVerification Map<TContext>(
        PaymentProvider provider, ReadOnlyMemory<byte> rawBody, ReadOnlyMemory<byte> json, JsonElement root, EventMapper<TContext> map, in TContext context)
    {
        try
        {
            return WebhookVerification.Verified(map(root, context));
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json detects broken UTF-8 and lone surrogates only when it reads a text.
            return Unmapped(provider, rawBody, json);
        }
    }

    private static WebhookVerification Unmapped(PaymentProvider provider, ReadOnlyMemory<byte> rawBody, ReadOnlyMemory<byte> json) =>
        WebhookVerification.Verified(new UnmappedEvent(new WebhookEventHead(provider, ContentDigest.EventId(json.Span), "", rawBody)));
}
