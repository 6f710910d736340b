using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A payment method that a checkout offers.</summary>
public sealed record MobbexPaymentMethod : ApiModel
{
    /// <summary>The group, for example <c>card</c>.</summary>
    public string? Group { get; init; }

    /// <summary>The subgroup, for example <c>card_input</c>.</summary>
    public string? Subgroup { get; init; }

    /// <summary>The name to show.</summary>
    [JsonPropertyName("subgroup_title")]
    public string? SubgroupTitle { get; init; }

    /// <summary>The address of the picture.</summary>
    [JsonPropertyName("subgroup_logo")]
    public string? SubgroupLogo { get; init; }

    /// <summary>
    /// The value that preselects the method, as the query parameter <c>paymentMethod</c> of the checkout page or as the option of that name
    /// of the embed.
    /// </summary>
    [JsonIgnore]
    public string Selector => $"{Group}:{Subgroup}";
}
