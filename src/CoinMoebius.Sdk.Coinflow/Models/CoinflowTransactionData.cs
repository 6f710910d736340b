using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The blockchain transaction of a payment: a call (<see cref="Transaction"/>, with <see cref="Type"/> <c>safeMint</c> or
/// <c>returned</c> for a token that is minted), a token by its contract and id, a transfer (<see cref="Type"/> <c>token</c>), or a call on
/// another chain (<see cref="Type"/> <c>decent</c>).
/// </summary>
/// <remarks>Source: <c>transactionData</c> of https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowTransactionData : ApiModel
{
    /// <summary>The type: <c>safeMint</c>, <c>returned</c>, <c>token</c> or <c>decent</c>; null for a plain call or a token by its id.</summary>
    public string? Type { get; init; }

    /// <summary>The call.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowContractCall>))]
    public CoinflowContractCall? Transaction { get; init; }

    /// <summary>True to wait for the transaction's hash.</summary>
    public bool? WaitForHash { get; init; }

    /// <summary>The contract of the token.</summary>
    public string? NftContract { get; init; }

    /// <summary>The id of the token.</summary>
    public string? NftId { get; init; }

    /// <summary>The destination of a transfer.</summary>
    public string? Destination { get; init; }

    /// <summary>The other chain's id.</summary>
    public string? DstChainId { get; init; }

    /// <summary>The token on the other chain.</summary>
    public string? DstToken { get; init; }

    /// <summary>The contract on the other chain.</summary>
    public string? ContractAddress { get; init; }

    /// <summary>The data of the call on the other chain.</summary>
    public string? ContractData { get; init; }

    /// <summary>The cost of the call on the other chain.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowCallCost>))]
    public CoinflowCallCost? Cost { get; init; }
}

/// <summary>A contract call.</summary>
public sealed record CoinflowContractCall : ApiModel
{
    /// <summary>The contract.</summary>
    public string? To { get; init; }

    /// <summary>The encoded call.</summary>
    public string? Data { get; init; }
}

/// <summary>The cost of a call on another chain.</summary>
public sealed record CoinflowCallCost : ApiModel
{
    /// <summary>The amount in the token's smallest unit, in digits.</summary>
    public string? Amount { get; init; }

    /// <summary>True for the chain's own coin.</summary>
    public bool? IsNative { get; init; }
}
