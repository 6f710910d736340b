namespace CoinMoebius.Sdk.Crypto;

/// <summary>The ways to derive a key from a shared secret.</summary>
[Flags]
internal enum StandardReadings
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The key is the secret, decoded from base64.</summary>
    Base64 = 1,

    /// <summary>The key is the text of the secret.</summary>
    Text = 2,
}
