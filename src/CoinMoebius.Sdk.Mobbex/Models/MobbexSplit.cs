using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A part of a divided payment. Source: mobbex.dev/marketplace.</summary>
public sealed record MobbexSplit : ApiModel
{
    /// <summary>The id of the merchant that gets the part. This or <see cref="TaxId"/>.</summary>
    public string? Entity { get; init; }

    /// <summary>The tax number (CUIT) of the merchant that gets the part, where its id is not known.</summary>
    [JsonPropertyName("tax_id")]
    public string? TaxId { get; init; }

    /// <summary>The part in major units; all parts sum to the checkout's total.</summary>
    public required decimal Total { get; init; }

    /// <summary>What the originator keeps of the part: an amount in major units, no percentage.</summary>
    public decimal? Fee { get; init; }

    /// <summary>True to hold the money until <see cref="IMobbexClient.ReleaseAsync"/>.</summary>
    public bool? Hold { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The reference of the part.</summary>
    public string? Reference { get; init; }

    /// <summary>False to keep the fee when the payment is refunded; true unless set. The spelling of the name is inferred.</summary>
    public bool? RefundFee { get; init; }
}
