using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// An invoice. It has no status: payments are created from it, and their <see cref="NowPaymentsPayment.InvoiceId"/> names it. Source:
/// https://documenter.getpostman.com/view/7907941/S1a32n38 ("Create invoice").
/// </summary>
public sealed record NowPaymentsInvoice : ApiModel
{
    /// <summary>The id, a number as text; never empty in what the client returns.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string Id { get => field ?? ""; init; } = "";

    /// <summary>The page for the buyer; null for an address to which no browser may be redirected.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? InvoiceUrl { get; init; }

    /// <summary>The price, in major units of <see cref="PriceCurrency"/>.</summary>
    public decimal? PriceAmount { get; init; }

    /// <summary>The currency of the price.</summary>
    public string? PriceCurrency { get; init; }

    /// <summary>The only coin to pay in, or null.</summary>
    public string? PayCurrency { get; init; }

    /// <summary>The merchant's own order reference.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string? OrderId { get; init; }

    /// <summary>The description of the order.</summary>
    public string? OrderDescription { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
