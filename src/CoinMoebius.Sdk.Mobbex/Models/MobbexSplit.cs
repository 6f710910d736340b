using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A part of a split payment. Source: mobbex.dev/marketplace.</summary>
public sealed record MobbexSplit : ApiModel
{
    /// <summary>The id of the merchant that receives the part. Set either this or <see cref="TaxId"/>.</summary>
    public string? Entity { get; init; }

    /// <summary>The tax number (CUIT) of the merchant that receives the part, when the id is unknown.</summary>
    [JsonPropertyName("tax_id")]
    public string? TaxId { get; init; }

    /// <summary>The amount of the part in major units; all parts sum to the checkout's total.</summary>
    public required decimal Total { get; init; }

    /// <summary>The amount that the originator keeps of the part, in major units; not a percentage.</summary>
    public decimal? Fee { get; init; }

    /// <summary>True to hold the part until <see cref="IMobbexClient.ReleaseAsync"/>.</summary>
    public bool? Hold { get; init; }

    /// <summary>The description of the part.</summary>
    public string? Description { get; init; }

    /// <summary>The reference of the part.</summary>
    public string? Reference { get; init; }

    /// <summary>False to keep the fee when the payment is refunded. The default is true. The spelling of the name is inferred.</summary>
    public bool? RefundFee { get; init; }
}
