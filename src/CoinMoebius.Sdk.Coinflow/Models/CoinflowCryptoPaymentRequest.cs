using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Requests an address to pay coins to.</summary>
public sealed record CoinflowCryptoPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The payer's e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The chain, of <see cref="ICoinflowClient.ListCryptoChainsAsync"/>.</summary>
    public required string Chain { get; init; }

    /// <summary>The coin on that chain.</summary>
    public required string Token { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.RequireText(Email, nameof(Email));
        CoinflowChecks.RequireText(Chain, nameof(Chain));
        CoinflowChecks.RequireText(Token, nameof(Token));
    }
}
