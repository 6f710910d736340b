using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The amounts of a payment. Compare <see cref="Subtotal"/> with your order: <see cref="Total"/> includes the fees.</summary>
/// <remarks>Source: <c>TotalsResponse</c> of https://docs.coinflow.cash/openapi.json.</remarks>
public sealed record CoinflowTotals : ApiModel
{
    /// <summary>The price before fees.</summary>
    public CoinflowMoney? Subtotal { get; init; }

    /// <summary>The fees of any payment method.</summary>
    public CoinflowMoney? CreditCardFees { get; init; }

    /// <summary>The fees of chargeback protection.</summary>
    public CoinflowMoney? ChargebackProtectionFees { get; init; }

    /// <summary>The fees of the blockchain.</summary>
    public CoinflowMoney? GasFees { get; init; }

    /// <summary>The fees of currency conversion.</summary>
    public CoinflowMoney? FxFees { get; init; }

    /// <summary>What the payer pays.</summary>
    public CoinflowMoney? Total { get; init; }

    /// <summary>The card network's fees.</summary>
    public CoinflowMoney? NetworkFees { get; init; }

    /// <summary>The merchant's own fees.</summary>
    public CoinflowMoney? PayInFees { get; init; }

    /// <summary>The reserve.</summary>
    public CoinflowMoney? Reserve { get; init; }

    /// <summary>The method's fees that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidCreditCardFees { get; init; }

    /// <summary>The fees of chargeback protection that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidChargebackProtectionFees { get; init; }

    /// <summary>The fees of the blockchain that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidGasFees { get; init; }

    /// <summary>The fees of currency conversion that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidFxFees { get; init; }

    /// <summary>The card network's fees that the merchant pays.</summary>
    public CoinflowMoney? MerchantPaidNetworkFees { get; init; }

    /// <summary>The method's fees that are invoiced later.</summary>
    public CoinflowMoney? InvoicedCreditCardFees { get; init; }

    /// <summary>The fees of chargeback protection that are invoiced later.</summary>
    public CoinflowMoney? InvoicedChargebackProtectionFees { get; init; }

    /// <summary>The fees of the blockchain that are invoiced later.</summary>
    public CoinflowMoney? InvoicedGasFees { get; init; }

    /// <summary>The fees of currency conversion that are invoiced later.</summary>
    public CoinflowMoney? InvoicedFxFees { get; init; }

    /// <summary>The card network's fees that are invoiced later.</summary>
    public CoinflowMoney? InvoicedNetworkFees { get; init; }

    /// <summary>The amounts in the currency of settlement; only in <see cref="CoinflowTotalsByMethod"/>.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowTotals>))]
    public CoinflowTotals? Settlement { get; init; }

    /// <summary>The basis of the amounts; only in <see cref="CoinflowTotalsByMethod"/>.</summary>
    public CoinflowMoney? Basis { get; init; }

    /// <summary>The rate between the currencies; only in <see cref="CoinflowTotalsByMethod"/>.</summary>
    public decimal? ExchangeRate { get; init; }
}
