using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A customer, as the shop sends it and notifications return it. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexCustomer : ApiModel
{
    /// <summary>The name. Required in requests.</summary>
    public string? Name { get; init; }

    /// <summary>The email address. Required in requests.</summary>
    public string? Email { get; init; }

    /// <summary>The number of the identity document (DNI), only digits. Required in requests.</summary>
    public string? Identification { get; init; }

    /// <summary>The telephone number; or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The shop's own unique id of the customer; requires <see cref="CreatedAt"/>.</summary>
    public string? Uid { get; init; }

    /// <summary>The time when the shop created the customer's account; required with <see cref="Uid"/>. Sent as milliseconds since 1970.</summary>
    [JsonConverter(typeof(MobbexMillisecondsJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The date of birth; or null. The spelling of its name is inferred: see <see cref="MobbexOptions.FieldNames"/>.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexDate>))]
    public MobbexDate? BirthDate { get; init; }

    /// <summary>The merchant's own data, which notifications return; put no secrets or personal data here.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<JsonObject>))]
    public JsonObject? Metadata { get; init; }
}
