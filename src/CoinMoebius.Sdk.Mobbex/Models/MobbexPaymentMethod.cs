using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A way to pay that a checkout offers.</summary>
public sealed record MobbexPaymentMethod : ApiModel
{
    /// <summary>The group, for example <c>card</c>.</summary>
    public string? Group { get; init; }

    /// <summary>The subgroup, for example <c>card_input</c>.</summary>
    public string? Subgroup { get; init; }

    /// <summary>The name to show.</summary>
    [JsonPropertyName("subgroup_title")]
    public string? SubgroupTitle { get; init; }

    /// <summary>Where its picture is.</summary>
    [JsonPropertyName("subgroup_logo")]
    public string? SubgroupLogo { get; init; }

    /// <summary>
    /// What preselects it: the query parameter <c>paymentMethod</c> of the checkout's page, or the option of the same name of the embed.
    /// </summary>
    [JsonIgnore]
    public string Selector => $"{Group}:{Subgroup}";
}
