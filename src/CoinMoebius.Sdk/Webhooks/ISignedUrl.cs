namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A verifier whose signatures cover a URL from its configuration, so that a refusal can say which one it was.</summary>
internal interface ISignedUrl
{
    /// <summary>The configured URL, as it is signed.</summary>
    string SignedUrl { get; }
}
