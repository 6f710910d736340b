using System.Net;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// A body that can be written once. The SDK does not see the handlers of a caller's <see cref="HttpClient"/>: one that sends again or
/// follows a redirect fails instead of paying twice.
/// </summary>
internal sealed class OnceContent(byte[] body) : ByteArrayContent(body)
{
    private int _isWritten;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        Interlocked.Exchange(ref _isWritten, 1) == 0
            ? base.SerializeToStreamAsync(stream, context)
            : throw new SentAgainException();
}

/// <summary>A handler in the caller's client tried to send a message again that may be sent only once.</summary>
internal sealed class SentAgainException() : Exception(
    "A handler of the HttpClient sent the call again, which could act twice, and the SDK stopped it. The response to the first send is unknown. "
    + "Remove handlers that retry or follow redirects from this HttpClient.");
