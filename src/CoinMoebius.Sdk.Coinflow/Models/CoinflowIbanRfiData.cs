namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A bank's request for information about an IBAN transfer.</summary>
public sealed record CoinflowIbanRfiData : CoinflowNotificationData
{
    /// <summary>The request.</summary>
    public string? RfiId { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The bank's transaction.</summary>
    public string? MergeTransactionId { get; init; }

    /// <summary>The counterparty of the transfer.</summary>
    public string? CounterpartyName { get; init; }

    /// <summary>The amount.</summary>
    public CoinflowMoney? Amount { get; init; }

    /// <summary>The kind of transfer.</summary>
    public string? PaymentType { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? PaymentDate { get; init; }

    /// <summary>The deadline for a response, in UTC.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>The payment it belongs to.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The payer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The payout it belongs to.</summary>
    public string? WithdrawId { get; init; }

    /// <summary>The payee.</summary>
    public string? WithdrawerId { get; init; }
}
