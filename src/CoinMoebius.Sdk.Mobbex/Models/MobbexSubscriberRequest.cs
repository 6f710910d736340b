using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A payer of a subscription, to create or to change. To change one, only what is set is sent, the customer under the name
/// <c>customerData</c>. Source: mobbex.dev/suscriptores.
/// </summary>
public sealed record MobbexSubscriberRequest : ApiModel
{
    /// <summary>The customer. Required to create, with name, email and identification.</summary>
    public MobbexCustomer? Customer { get; init; }

    /// <summary>Your reference of the subscriber. Required to create.</summary>
    public string? Reference { get; init; }

    /// <summary>Your reference of the customer, to share saved cards among subscribers.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>The day of the first charge. Required to create; the year may be left out.</summary>
    public MobbexDate? StartDate { get; init; }

    /// <summary>The amount of each charge in major units, when it differs from the subscription's.</summary>
    public decimal? Total { get; init; }

    /// <summary>True for the test mode; null for what <see cref="MobbexOptions.Test"/> says.</summary>
    public bool? Test { get; init; }

    /// <summary>Where to bill and to ship.</summary>
    public IReadOnlyList<MobbexAddress>? Addresses { get; init; }

    /// <summary>The customer under the name that changing wants; set by the client.</summary>
    [JsonInclude]
    [JsonPropertyName("customerData")]
    internal MobbexCustomer? CustomerData { get; init; }
}
