using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.NowPayments.Json;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>
/// A payment to create. In the sandbox, <see cref="ApiModel.AdditionalFields"/> may hold the documented <c>case</c>. Source:
/// https://documenter.getpostman.com/view/7907941/S1a32n38 ("Create payment").
/// </summary>
public sealed record NowPaymentsPaymentRequest : ApiModel
{
    /// <summary>The price, above zero, in major units of <see cref="PriceCurrency"/>.</summary>
    public required decimal PriceAmount { get; init; }

    /// <summary>The currency of the price, such as <c>usd</c>.</summary>
    public required string PriceCurrency { get; init; }

    /// <summary>The coin to pay in, with its network, such as <c>usdttrc20</c>.</summary>
    public required string PayCurrency { get; init; }

    /// <summary>What to pay in <see cref="PayCurrency"/>; worked out from the price when null.</summary>
    public decimal? PayAmount { get; init; }

    /// <summary>Your own order reference. Comes back in notifications and readings.</summary>
    public string? OrderId { get; init; }

    /// <summary>What is sold.</summary>
    public string? OrderDescription { get; init; }

    /// <summary>Where to send notifications: the address that your application maps for them, absolute.</summary>
    public Uri? IpnCallbackUrl { get; init; }

    /// <summary>True to freeze the rate for a while (20 minutes); the account's setting counts when null.</summary>
    public bool? IsFixedRate { get; init; }

    /// <summary>True when the buyer pays the fees; the account's setting counts when null.</summary>
    public bool? IsFeePaidByUser { get; init; }

    internal void Validate()
    {
        NowPaymentsChecks.Positive(PriceAmount, nameof(PriceAmount));
        NowPaymentsChecks.Currency(PriceCurrency, nameof(PriceCurrency));
        NowPaymentsChecks.Currency(PayCurrency, nameof(PayCurrency));
        if (PayAmount is { } payAmount)
        {
            NowPaymentsChecks.Positive(payAmount, nameof(PayAmount));
        }

        SafeUrls.RequirePage(IpnCallbackUrl, nameof(IpnCallbackUrl), nameof(IpnCallbackUrl));
    }
}
