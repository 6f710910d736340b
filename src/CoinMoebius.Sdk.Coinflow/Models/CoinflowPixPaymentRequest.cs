using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Requests a Pix code, which is valid for five minutes.</summary>
public sealed record CoinflowPixPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The merchant; the one in the options unless given.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The payer's e-mail address.</summary>
    public required string Email { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.RequireText(Email, nameof(Email));
    }
}
