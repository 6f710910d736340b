using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Subscribes the payer to a plan: with a new card, or with the token of a card or bank account.</summary>
public sealed record CoinflowSubscribeRequest : CoinflowPurchaseRequest
{
    /// <summary>The code of the plan.</summary>
    public required string PlanCode { get; init; }

    /// <summary>The new card, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCard>))]
    public CoinflowCard? Card { get; init; }

    /// <summary>The token of a saved card or, for <see cref="ICoinflowClient.SubscribeByAchAsync"/>, of a bank account; or null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.RequireText(PlanCode, nameof(PlanCode));
        CoinflowChecks.Require(Card is null != string.IsNullOrWhiteSpace(Token), nameof(Card), "set Card or Token, but not both.");
        Card?.Check();
    }
}
