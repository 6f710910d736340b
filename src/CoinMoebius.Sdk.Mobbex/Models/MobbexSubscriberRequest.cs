using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A request to create or change a payer of a subscription. To change a payer, the client sends only the set members, with the customer
/// as <c>customerData</c>. Source: mobbex.dev/suscriptores.
/// </summary>
public sealed record MobbexSubscriberRequest : ApiModel
{
    /// <summary>The customer. Required to create, with name, email and identification.</summary>
    public MobbexCustomer? Customer { get; init; }

    /// <summary>The merchant's reference of the subscriber. Required to create.</summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's reference of the customer, to share saved cards among subscribers.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>The day of the first charge. Required to create; you can omit the year.</summary>
    public MobbexDate? StartDate { get; init; }

    /// <summary>The amount of each charge in major units, when it differs from the subscription's.</summary>
    public decimal? Total { get; init; }

    /// <summary>True for test mode; null uses <see cref="MobbexOptions.Test"/>.</summary>
    public bool? Test { get; init; }

    /// <summary>The billing and shipping addresses.</summary>
    public IReadOnlyList<MobbexAddress>? Addresses { get; init; }

    /// <summary>The customer in a request to change a subscriber; the client sets it.</summary>
    [JsonInclude]
    [JsonPropertyName("customerData")]
    internal MobbexCustomer? CustomerData { get; init; }
}
