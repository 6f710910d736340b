namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer receives an Interac money request.</summary>
public sealed record CoinflowInteracPayment : CoinflowStartedPayment
{
    /// <summary>The email address that receives the request, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number that receives the request, or null.</summary>
    public string? Phone { get; init; }
}
