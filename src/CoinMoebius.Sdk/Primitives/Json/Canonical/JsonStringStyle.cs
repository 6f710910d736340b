namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>What a writer of strings escapes beyond what must be.</summary>
internal enum JsonStringStyle
{
    /// <summary>Nothing, as <c>JSON.stringify</c>.</summary>
    EcmaScript,

    /// <summary>Slashes, U+2028 and U+2029, as <c>json_encode</c> with <c>JSON_UNESCAPED_UNICODE</c>.</summary>
    Php,
}
