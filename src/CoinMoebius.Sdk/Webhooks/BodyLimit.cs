namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The limit of a body, kept before anything else is done for a delivery.</summary>
internal static class BodyLimit
{
    /// <summary>The limit unless the provider's options know a lower one. No provider sends more.</summary>
    public const int Usual = 1024 * 1024;

    /// <summary>The limit where a body is parsed before it is known to be authentic; real ones have one to four kilobytes.</summary>
    public const int Parsed = 64 * 1024;

    /// <summary>No limit can be lower, so the options need not be read for a body of this size.</summary>
    public const int Least = 4 * 1024;
}
