namespace CoinMoebius.Sdk.Primitives.Json.Canonical;

/// <summary>Which characters a writer of strings escapes in addition to the required ones.</summary>
internal enum JsonStringStyle
{
    /// <summary>None, like <c>JSON.stringify</c>.</summary>
    EcmaScript,

    /// <summary>Slashes, U+2028 and U+2029, like <c>json_encode</c> with <c>JSON_UNESCAPED_UNICODE</c>.</summary>
    Php,
}
