namespace CoinMoebius.Sdk.Webhooks;

/// <summary>A verifier whose signatures cover a URL from its configuration, so that the log of a refusal can name it.</summary>
internal interface ISignedUrl
{
    /// <summary>The configured URL, as signed.</summary>
    string SignedUrl { get; }
}
