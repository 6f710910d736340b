namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// A payout. Source: docs.coinflow.cash/guides/developer-resources/webhooks/withdraw-webhooks.
/// </summary>
public sealed record CoinflowWithdrawData : CoinflowNotificationData
{
    /// <summary>The payee: a wallet address, or <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>.</summary>
    public string? Wallet { get; init; }

    /// <summary>The chain of the wallet; <c>user</c> when the payee is a user id.</summary>
    public string? Blockchain { get; init; }

    /// <summary>The id of the blockchain transaction. It does not sign this delivery.</summary>
    public string? Signature { get; init; }

    /// <summary>Your own id of the payee.</summary>
    public string? UserId { get; init; }

    /// <summary>The merchant.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The currency that is paid out.</summary>
    public string? Currency { get; init; }

    /// <summary>The amount that is paid out, including fees.</summary>
    public CoinflowMoney? Total { get; init; }

    /// <summary>The payee's part of the fees.</summary>
    public CoinflowMoney? UserFees { get; init; }

    /// <summary>The payee's part of the network fees.</summary>
    public CoinflowMoney? UserGasFees { get; init; }

    /// <summary>The merchant's own fees that the payee pays.</summary>
    public CoinflowMoney? UserCustomFees { get; init; }

    /// <summary>The payee's part of the fees for swapping coins.</summary>
    public CoinflowMoney? UserSwapFees { get; init; }

    /// <summary>The merchant's part of the fees.</summary>
    public CoinflowMoney? MerchantFees { get; init; }

    /// <summary>The merchant's part of the network fees.</summary>
    public CoinflowMoney? MerchantGasFees { get; init; }

    /// <summary>The merchant's part of the fees for swapping coins.</summary>
    public CoinflowMoney? MerchantSwapFees { get; init; }

    /// <summary>The idempotency key of the payout request.</summary>
    public string? IdempotencyKey { get; init; }
}
