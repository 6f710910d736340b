using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Pays with a new card. Your server never receives the card number: Coinflow's script in the browser converts it into a token.</summary>
public sealed record CoinflowCardPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The card.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCard>))]
    public required CoinflowCard Card { get; init; }

    /// <summary>False to forget the card afterwards. True unless given.</summary>
    public bool? SaveCard { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.Require(Card is not null, nameof(Card), "it is missing; the API requires it.");
        Card!.Check();
    }
}
