namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The limits of a body, which are checked before any other work on a delivery.</summary>
internal static class BodyLimit
{
    /// <summary>The default limit; a provider's options may have a lower one. No provider sends more.</summary>
    public const int Usual = 1024 * 1024;

    /// <summary>The limit if a verifier parses the body before it is authenticated; real bodies have one to four kilobytes.</summary>
    public const int Parsed = 64 * 1024;

    /// <summary>The minimum of all limits, so that a body of this size needs no reading of the options.</summary>
    public const int Least = 4 * 1024;
}
