using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// The permanent addresses of a customer, one for each coin. Source:
/// docs.inqud.com/crypto-static-addresses/integration/api-integration.
/// </summary>
public sealed record InqudStaticBundle : ApiModel
{
    /// <summary>The id, <c>CASB-…</c>.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The merchant's own reference.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>The addresses.</summary>
    [JsonConverter(typeof(LenientListJsonConverter<InqudStaticAddress>))]
    public IReadOnlyList<InqudStaticAddress>? Addresses { get; init; }

    /// <summary>The addresses by coin.</summary>
    [JsonConverter(typeof(InqudObjectsJsonConverter<InqudStaticAddress>))]
    public IReadOnlyDictionary<InqudCoin, InqudStaticAddress>? AddressesByAsset { get; init; }
}
