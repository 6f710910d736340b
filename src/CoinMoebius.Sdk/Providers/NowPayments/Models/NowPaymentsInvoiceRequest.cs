using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.NowPayments.Json;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>An invoice to create. Source: https://documenter.getpostman.com/view/7907941/S1a32n38 ("Create invoice").</summary>
public sealed record NowPaymentsInvoiceRequest : ApiModel
{
    /// <summary>The price, above zero, in major units of <see cref="PriceCurrency"/>.</summary>
    public required decimal PriceAmount { get; init; }

    /// <summary>The currency of the price, such as <c>usd</c>.</summary>
    public required string PriceCurrency { get; init; }

    /// <summary>The only coin to pay in; the buyer picks one when null.</summary>
    public string? PayCurrency { get; init; }

    /// <summary>Your own order reference. Comes back in notifications and readings.</summary>
    public string? OrderId { get; init; }

    /// <summary>What is sold; the buyer reads it.</summary>
    public string? OrderDescription { get; init; }

    /// <summary>Where to send notifications: the address that your application maps for them, absolute.</summary>
    public Uri? IpnCallbackUrl { get; init; }

    /// <summary>Where the buyer goes after paying, absolute. That he comes back says nothing: look at the payment.</summary>
    public Uri? SuccessUrl { get; init; }

    /// <summary>Where the buyer goes who gives up, absolute.</summary>
    public Uri? CancelUrl { get; init; }

    /// <summary>Where the buyer goes who paid too little, absolute.</summary>
    public Uri? PartiallyPaidUrl { get; init; }

    /// <summary>True to freeze the rate for a while (20 minutes); the account's setting counts when null.</summary>
    public bool? IsFixedRate { get; init; }

    /// <summary>True when the buyer pays the fees; the account's setting counts when null.</summary>
    public bool? IsFeePaidByUser { get; init; }

    internal void Validate()
    {
        NowPaymentsChecks.Positive(PriceAmount, nameof(PriceAmount));
        NowPaymentsChecks.Currency(PriceCurrency, nameof(PriceCurrency));
        if (PayCurrency is not null)
        {
            NowPaymentsChecks.Currency(PayCurrency, nameof(PayCurrency));
        }

        SafeUrls.RequirePage(IpnCallbackUrl, nameof(IpnCallbackUrl), nameof(IpnCallbackUrl));
        SafeUrls.RequirePage(SuccessUrl, nameof(SuccessUrl), nameof(SuccessUrl));
        SafeUrls.RequirePage(CancelUrl, nameof(CancelUrl), nameof(CancelUrl));
        SafeUrls.RequirePage(PartiallyPaidUrl, nameof(PartiallyPaidUrl), nameof(PartiallyPaidUrl));
    }
}
