namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a bank debit (ACH). It may be returned after it settled.</summary>
public sealed record CoinflowBankTransferInfo : ApiModel
{
    /// <summary>Where the payment stands.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>Why it failed or was returned.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was sent to the bank.</summary>
    public DateTimeOffset? BatchedAt { get; init; }
}
