using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Requests the price of a purchase with each method.</summary>
public sealed record CoinflowTotalsRequest : ApiModel
{
    /// <summary>The amount, before fees.</summary>
    public required CoinflowSubtotal Subtotal { get; init; }

    /// <summary>The type of settlement, of <see cref="CoinflowSettlementTypes"/>.</summary>
    public string? SettlementType { get; init; }

    /// <summary>The currency that the payer sees.</summary>
    public string? Presentment { get; init; }

    /// <summary>The first digits of the card, which determine its fees.</summary>
    public string? Bin { get; init; }

    /// <summary>The token of <see cref="ICoinflowClient.CreateCheckoutTokenAsync"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? JwtToken { get; init; }

    /// <summary>The payer's credits, in cents only.</summary>
    public CoinflowMoney? CreditsBalance { get; init; }

    /// <summary>The payer's USDC, in cents only.</summary>
    public CoinflowMoney? UsdcBalance { get; init; }

    /// <summary>Your own fees.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<CoinflowCustomFee>))]
    public IReadOnlyList<CoinflowCustomFee>? CustomPayInFees { get; init; }

    /// <summary>The rent of Solana accounts.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowRent>))]
    public CoinflowRent? Rent { get; init; }

    /// <summary>A contract call that settles the purchase.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTransactionData>))]
    public CoinflowTransactionData? TransactionData { get; init; }

    /// <summary>A Stellar transaction that settles the purchase.</summary>
    public string? StellarTransaction { get; init; }

    /// <summary>The blockchain, of <see cref="CoinflowBlockchains"/>. In use, but not in Coinflow's API description.</summary>
    public string? Blockchain { get; init; }

    /// <summary>
    /// The token of <see cref="ICoinflowClient.CreateDestinationAuthKeyAsync"/>. In use, but not in Coinflow's API description.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? DestinationAuthKey { get; init; }

    internal void Check()
    {
        CoinflowChecks.RequirePositive(Subtotal, nameof(Subtotal));
        CoinflowChecks.CentsOnly(CreditsBalance, nameof(CreditsBalance));
        CoinflowChecks.CentsOnly(UsdcBalance, nameof(UsdcBalance));
    }
}
