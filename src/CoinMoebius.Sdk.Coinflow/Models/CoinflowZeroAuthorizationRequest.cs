using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Checks a card without taking money: a new one, or a saved one by its token.</summary>
public sealed record CoinflowZeroAuthorizationRequest : CoinflowPaymentRequest
{
    /// <summary>The new card, or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCard>))]
    public CoinflowCard? Card { get; init; }

    /// <summary>The token of the saved card, or null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.Require(Card is null != string.IsNullOrWhiteSpace(Token), nameof(Card), "set Card or Token, but not both.");
        Card?.Check();
    }

    private protected override void CheckSubtotal() =>
        CoinflowChecks.Require(Subtotal is null, nameof(Subtotal), "omit it; nothing is paid.");
}
