namespace CoinMoebius.Sdk.Http;

/// <summary>The name of an API, and how it reports errors.</summary>
/// <param name="Provider">The provider; null for Coin Moebius Cloud.</param>
/// <param name="Name">The name in messages: "The {Name} API answered …".</param>
/// <param name="CredentialsHint">What to check when the API rejects the credentials.</param>
internal sealed record ApiDialect(PaymentProvider? Provider, string Name, string CredentialsHint)
{
    /// <summary>The response header with the API's id of a call, for its support; null when there is none.</summary>
    public string? RequestIdHeader { get; init; }

    /// <summary>Returns true for a body that reports a failure despite a success status.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? IsFailure { get; init; }

    /// <summary>
    /// Creates a more specific exception from an error response: from the message, the parsed error and the body. Returns null for none.
    /// </summary>
    public Func<string, ApiError, ReadOnlyMemory<byte>, CoinMoebiusApiException?>? CreateException { get; init; }
}
