namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Coins that arrived for a payment. They are not settled yet.</summary>
public sealed record CoinflowCryptoPayInData : CoinflowNotificationData
{
    /// <summary>The payment.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The session of the payer.</summary>
    public string? SessionId { get; init; }

    /// <summary>The address that received them.</summary>
    public string? DepositAddress { get; init; }

    /// <summary>The chain's number.</summary>
    public string? BlockchainChainId { get; init; }

    /// <summary>The chain's name.</summary>
    public string? BlockchainName { get; init; }

    /// <summary>The coin.</summary>
    public string? TokenSymbol { get; init; }

    /// <summary>The payer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The payer's e-mail address.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>Their value.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The blockchain transaction.</summary>
    public string? TransactionHash { get; init; }

    /// <summary>When they arrived, in UTC.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}
