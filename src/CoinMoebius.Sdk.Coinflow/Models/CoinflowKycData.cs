namespace CoinMoebius.Sdk.Coinflow;

/// <summary>An identity check of a payee.</summary>
public sealed record CoinflowKycData : CoinflowNotificationData
{
    /// <summary>The payee: a wallet address, or <c>merchant id</c> + <c>ʬ</c> + <c>your user id</c>.</summary>
    public string? Wallet { get; init; }

    /// <summary>The chain of the wallet; <c>user</c> when the payee is a user id.</summary>
    public string? Blockchain { get; init; }

    /// <summary>The payee's e-mail address.</summary>
    public string? Email { get; init; }
}
