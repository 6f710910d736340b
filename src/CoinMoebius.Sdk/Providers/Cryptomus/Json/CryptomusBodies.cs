using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Sdk.Primitives.Json.Php;

namespace CoinMoebius.Sdk.Providers.Cryptomus.Json;

/// <summary>
/// Prints request bodies like PHP: the text is then the same whether Cryptomus checks the signature over the bytes or over PHP's output
/// of them.
/// </summary>
internal static class CryptomusBodies
{
    public static byte[] Print<T>(T body, JsonTypeInfo<T> type)
    {
        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(body, type);
        using var parsed = PhpJson.Parse(json) ?? throw new ArgumentException("AdditionalFields holds invalid or far too much text.", nameof(body));
        using var text = new TextBuffer();
        if (!parsed.TryWriteAsPrinted(text))
        {
            parsed.WriteAsReceived(text);
        }

        return text.Written.ToArray();
    }
}
