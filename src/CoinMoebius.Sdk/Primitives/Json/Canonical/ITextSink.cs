namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>Receives a long text piece by piece, while it is written.</summary>
internal interface ITextSink
{
    /// <summary>Receives the next piece, of <see cref="TextBuffer.Size"/> bytes.</summary>
    void Append(ReadOnlySpan<byte> piece);
}
