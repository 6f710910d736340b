using System.Net;

namespace CoinMoebius.Sdk.Http;

/// <summary>
/// A body that is written once. It goes through an <see cref="HttpClient"/> of the caller's, whose handlers are out of sight: one that
/// sends again, or follows a redirect, fails instead of paying twice.
/// </summary>
internal sealed class OnceContent(byte[] body) : ByteArrayContent(body)
{
    private int _isWritten;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        Interlocked.Exchange(ref _isWritten, 1) == 0
            ? base.SerializeToStreamAsync(stream, context)
            : throw new SentAgainException();
}
