namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of an APA payment.</summary>
public sealed record CoinflowApaInfo : ApiModel
{
    /// <summary>Where the payment stands.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>What the payer is known by: <c>PHONE</c> or <c>EMAIL</c>.</summary>
    public string? CredentialType { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }
}
