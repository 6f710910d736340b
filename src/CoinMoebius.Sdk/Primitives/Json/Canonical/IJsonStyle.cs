namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>How a language writes names and values.</summary>
internal interface IJsonStyle
{
    /// <summary>True to write a container as an object, false as an array.</summary>
    bool IsObject(in JsonNode container);

    /// <summary>Writes a member's name and the colon; nothing when there is no name.</summary>
    void WriteName(TextBuffer output, ReadOnlySpan<byte> json, in JsonNode node);

    /// <summary>Writes a value that is not a container.</summary>
    void WriteScalar(TextBuffer output, ReadOnlySpan<byte> json, in JsonNode node);
}
