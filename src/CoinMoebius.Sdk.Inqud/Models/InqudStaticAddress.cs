using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>An address of a bundle.</summary>
public sealed record InqudStaticAddress : ApiModel
{
    /// <summary>The id, <c>UBADR-…</c>.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The coin it takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InqudCoin Asset { get; init; }

    /// <summary>The address to pay to.</summary>
    public string? Address { get; init; }

    /// <summary>False when it is no longer monitored: do not show it.</summary>
    public bool? Active { get; init; }

    /// <summary>Its limit and fees.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<InqudStaticAddressValues>))]
    public InqudStaticAddressValues? Values { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
