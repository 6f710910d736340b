namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The result of a call that pays. A closed family; switch on it: a <see cref="CoinflowStartedPayment"/> of one of its kinds,
/// <see cref="CoinflowChallengeRequired"/> or <see cref="CoinflowVerificationRequired"/>. A refusal is an exception.
/// </summary>
public abstract record CoinflowPaymentResult : ApiModel
{
    private protected CoinflowPaymentResult()
    {
    }
}

/// <summary>
/// The payment exists, but is not paid yet: fulfil on the webhook <c>Settled</c>, or when <see cref="ICoinflowClient.GetPaymentAsync"/> returns
/// that status. A closed family.
/// </summary>
public abstract record CoinflowStartedPayment : CoinflowPaymentResult
{
    private protected CoinflowStartedPayment()
    {
    }

    /// <summary>The payment's id.</summary>
    public string PaymentId { get => field ?? ""; init; }
}

/// <summary>The payment is in progress; the payer has nothing more to do.</summary>
public sealed record CoinflowAcceptedPayment : CoinflowStartedPayment
{
    /// <summary>When an authorization expires, or null. Money that is not captured is released after seven days by default.</summary>
    public DateTimeOffset? AuthorizationExpiration { get; init; }
}
