namespace CoinMoebius.Sdk.Crypto;

/// <summary>How a secret's text holds its key.</summary>
internal enum KeyEncoding
{
    /// <summary>The key is the text itself, in UTF-8.</summary>
    Text,

    /// <summary>The text holds the key in base64, after an optional <c>whsec_</c>; see <see cref="Base64Secret"/>.</summary>
    Base64,
}
