using System.Diagnostics;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// Requests an account to pay to, by SEPA or Faster Payments (<see cref="ICoinflowClient.PayByIbanAsync"/>) or by wire
/// (<see cref="ICoinflowClient.PayByWireAsync"/>).
/// </summary>
public sealed record CoinflowBankPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The merchant; the one in the options unless given.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The payer's bank account in the format of Coinflow's reference, which this SDK sends unchanged; or null.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>The token of a known bank account, or null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.Require(Data is null != string.IsNullOrWhiteSpace(Token), nameof(Data), "set Data or Token, but not both.");
    }
}
