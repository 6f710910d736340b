namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer gets a request for money by Interac.</summary>
public sealed record CoinflowInteracPayment : CoinflowStartedPayment
{
    /// <summary>The address that the request goes to, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The number that the request goes to, or null.</summary>
    public string? Phone { get; init; }
}
