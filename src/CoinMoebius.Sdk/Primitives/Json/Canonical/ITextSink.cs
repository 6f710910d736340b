namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>Takes a long text piece by piece, as it is written.</summary>
internal interface ITextSink
{
    /// <summary>Takes the next piece, of <see cref="TextBuffer.Size"/> bytes.</summary>
    void Append(ReadOnlySpan<byte> piece);
}
