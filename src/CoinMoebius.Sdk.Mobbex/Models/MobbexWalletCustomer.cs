using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A customer who saves cards. Source: mobbex.dev/tokenizacion-de-tarjetas-y-cuentas-bancarias.</summary>
public sealed record MobbexWalletCustomer : ApiModel
{
    /// <summary>The id. The customer enters cards at <c>https://mobbex.com/p/wallet/{uid}/source</c>.</summary>
    public string? Uid { get; init; }

    /// <summary>The merchant's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The customer; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCustomer>))]
    public MobbexCustomer? Customer { get; init; }

    /// <summary>True in test mode.</summary>
    public bool? Test { get; init; }
}
