using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The payer for whom the merchant makes a call.</summary>
/// <remarks>
/// The client sends it in headers. Source: https://docs.coinflow.cash/guides/payouts/user-identification/identifying-users-by-internal-user-id.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CoinflowPayer
{
    private CoinflowPayer(string? userId, string? wallet, string? blockchain)
    {
        UserId = userId;
        Wallet = wallet;
        Blockchain = blockchain;
    }

    /// <summary>Your own id of the payer; null for a wallet.</summary>
    public string? UserId { get; }

    /// <summary>The payer's wallet; null for a user id.</summary>
    public string? Wallet { get; }

    /// <summary>The blockchain of <see cref="Wallet"/>; null for a user id.</summary>
    public string? Blockchain { get; }

    /// <summary>The id of the payer's device from Coinflow's fraud script; required when chargeback protection is enabled.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The payer's IP address, when your server calls for the payer.</summary>
    public string? ClientIp { get; init; }

    /// <summary>Creates a payer with your own id.</summary>
    /// <param name="userId">A stable id, preferably letters and digits only, without personal data: webhooks contain it.</param>
    /// <exception cref="ArgumentException">The id is empty or invalid in a header.</exception>
    public static CoinflowPayer ForUser(string userId) => new(CoinflowHeaders.Checked(userId, nameof(userId)), null, null);

    /// <summary>Creates a payer with the address of a wallet.</summary>
    /// <param name="wallet">The address.</param>
    /// <param name="blockchain">Its blockchain, of <see cref="CoinflowBlockchains"/>.</param>
    /// <exception cref="ArgumentException">A value is empty or invalid in a header.</exception>
    public static CoinflowPayer ForWallet(string wallet, string blockchain) =>
        new(null, CoinflowHeaders.Checked(wallet, nameof(wallet)), CoinflowHeaders.Checked(blockchain, nameof(blockchain)));

    /// <summary>Returns the type's name only, because the payer is personal data.</summary>
    public override string ToString() => nameof(CoinflowPayer);
}
