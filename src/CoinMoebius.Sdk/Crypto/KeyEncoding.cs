namespace CoinMoebius.Sdk.Crypto;

/// <summary>How a secret's text holds its key.</summary>
internal enum KeyEncoding
{
    /// <summary>The key is the text itself, in UTF-8.</summary>
    Text,

    /// <summary>The key is what the text says in base64, behind an optional <c>whsec_</c>; see <see cref="Base64Secret"/>.</summary>
    Base64,
}
