namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of an APA payment.</summary>
public sealed record CoinflowApaInfo : ApiModel
{
    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The type of the payer's credential: <c>PHONE</c> or <c>EMAIL</c>.</summary>
    public string? CredentialType { get; init; }

    /// <summary>The reason for a failure.</summary>
    public string? Reason { get; init; }
}
