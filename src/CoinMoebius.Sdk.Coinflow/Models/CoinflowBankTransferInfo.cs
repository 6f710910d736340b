namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Details of a bank debit (ACH). It may be returned after it settled.</summary>
public sealed record CoinflowBankTransferInfo : ApiModel
{
    /// <summary>The status of the payment.</summary>
    public CoinflowPaymentStatus Status { get; init; }

    /// <summary>The reason for a failure or return.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was sent to the bank.</summary>
    public DateTimeOffset? BatchedAt { get; init; }
}
