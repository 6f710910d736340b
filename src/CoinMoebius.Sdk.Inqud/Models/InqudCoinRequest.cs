using CoinMoebius.Sdk.Inqud.Json;

namespace CoinMoebius.Sdk.Inqud;

/// <summary>
/// A request for one coin to create, for a page of your own. Source: docs.inqud.com/crypto-widget/integration/api-only.
/// </summary>
public sealed record InqudCoinRequest : ApiModel
{
    /// <summary>The coin to pay in: one of <see cref="InqudDepositOptions.CryptoCurrencies"/>.</summary>
    public required InqudCoin CryptoCurrency { get; init; }

    /// <summary>What is to be paid, in <see cref="AmountIn"/>. Null lets the payer send what he likes within the limits.</summary>
    public decimal? Amount { get; init; }

    /// <summary>
    /// The currency of <see cref="Amount"/>: one of <see cref="InqudDepositOptions.AmountInOptions"/> for the coin, for example <c>USD</c>.
    /// Required with an amount.
    /// </summary>
    public string? AmountIn { get; init; }

    /// <summary>Your own order reference. Comes back in the webhook.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>
    /// The way of paying. Not in Inqud's documentation of this call; some integrators send <c>CRYPTOCOIN</c>. Null, which is the default,
    /// sends none.
    /// </summary>
    public string? MethodKey { get; init; }

    internal void Validate(string parameterName)
    {
        if (!CryptoCurrency.IsWhole)
        {
            throw new ArgumentException(
                $"{nameof(CryptoCurrency)} must name a blockchain and a coin, for example TRON_USDT.", parameterName);
        }

        if (Amount is <= 0)
        {
            throw new ArgumentException($"{nameof(Amount)} must be above zero; leave it out to let the payer decide.", parameterName);
        }

        if (Amount is not null && string.IsNullOrWhiteSpace(AmountIn))
        {
            throw new ArgumentException($"{nameof(AmountIn)} is missing: say what currency the {nameof(Amount)} is in, for example USD.", parameterName);
        }

        InqudChecks.NoMemberTwice(this, parameterName);
    }
}
