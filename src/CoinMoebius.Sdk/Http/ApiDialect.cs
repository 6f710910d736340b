namespace CoinMoebius.Sdk.Http;

/// <summary>The name of an API, and how it reports errors.</summary>
/// <param name="Provider">The provider; null for Coin Moebius Cloud.</param>
/// <param name="Name">The name in messages: "The {Name} API answered …".</param>
/// <param name="CredentialsHint">What to check when the credentials are refused.</param>
internal sealed record ApiDialect(PaymentProvider? Provider, string Name, string CredentialsHint)
{
    /// <summary>The header in which the API names a call for its support; null when it has none.</summary>
    public string? RequestIdHeader { get; init; }

    /// <summary>True for the body of a success status that tells of a failure.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? IsFailure { get; init; }

    /// <summary>Makes a more telling exception of an error answer: from the message, what was read of it, and the body. Null for none.</summary>
    public Func<string, ApiError, ReadOnlyMemory<byte>, CoinMoebiusApiException?>? CreateException { get; init; }
}
