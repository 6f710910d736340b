namespace CoinMoebius.Sdk.Crypto;

/// <summary>The keys that a shared secret may stand for.</summary>
[Flags]
internal enum StandardReadings
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>What it says in base64.</summary>
    Base64 = 1,

    /// <summary>Its own text.</summary>
    Text = 2,
}
