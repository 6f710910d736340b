using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Pays with a card that the payer has saved or paid with before.</summary>
public sealed record CoinflowCardOnFileRequest : CoinflowPaymentRequest
{
    /// <summary>The payment that first used the card, or null.</summary>
    public string? OriginalPaymentId { get; init; }

    /// <summary>The token of the saved card, or null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.Require(
            string.IsNullOrWhiteSpace(OriginalPaymentId) != string.IsNullOrWhiteSpace(Token),
            nameof(OriginalPaymentId), "set OriginalPaymentId or Token, but not both.");
    }
}

/// <summary>The body of <c>POST /checkout/card-on-file-authorized</c>.</summary>
internal sealed record CoinflowCardOnFileQuestion(string Token);

/// <summary>The response of <c>POST /checkout/card-on-file-authorized</c>.</summary>
internal sealed record CoinflowCardOnFileAnswer(bool? Authorized);
