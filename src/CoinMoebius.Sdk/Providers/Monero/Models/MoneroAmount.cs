using System.Globalization;
using CoinMoebius.Sdk.Client.Checkouts;
using CoinMoebius.Sdk.Primitives;

namespace CoinMoebius.Sdk.Providers.Monero;

/// <summary>
/// An amount of Monero, exact to the last atomic unit (piconero). 1 XMR is 10¹² of them, and 2⁶⁴-1 is the protocol's maximum.
/// <c>default</c> is zero.
/// </summary>
public readonly record struct MoneroAmount
{
    /// <summary>The decimals of XMR.</summary>
    public const int Decimals = 12;

    private const decimal UnitsPerXmr = 1_000_000_000_000m;
    private const decimal Unit = 0.000000000001m;

    // A primary address or a subaddress, and an integrated address.
    private const int AddressLength = 95;
    private const int IntegratedAddressLength = 106;
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Wraps a number of atomic units, the unit of wallets and the indexer.</summary>
    /// <param name="atomicUnits">The piconero.</param>
    public MoneroAmount(ulong atomicUnits) => AtomicUnits = atomicUnits;

    /// <summary>The greatest possible amount: 18446744.073709551615 XMR.</summary>
    public static MoneroAmount MaxValue { get; } = new(ulong.MaxValue);

    /// <summary>The number of atomic units (piconero).</summary>
    public ulong AtomicUnits { get; }

    /// <summary>The amount in XMR, exact, with all 12 decimals as scale.</summary>
    public decimal Xmr => new((int)(uint)AtomicUnits, (int)(uint)(AtomicUnits >> 32), 0, false, Decimals);

    /// <summary>Converts an amount of XMR exactly.</summary>
    /// <param name="xmr">The amount, of at most 12 decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below zero or above <see cref="MaxValue"/>.</exception>
    /// <exception cref="ArgumentException">The amount has more than 12 decimals. Use <see cref="Ceiling"/> for a calculated price.</exception>
    public static MoneroAmount FromXmr(decimal xmr)
    {
        CheckRange(xmr);
        return decimal.Round(xmr, Decimals) == xmr
            ? new(decimal.ToUInt64(xmr * UnitsPerXmr))
            : throw new ArgumentException("The amount has more than 12 decimals, which Monero cannot carry. Round it, with Ceiling for example.", nameof(xmr));
    }

    /// <summary>Rounds up to atomic units, for example when a price divided by a rate has more than 12 decimals.</summary>
    /// <param name="xmr">The amount, of any number of decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below zero or above <see cref="MaxValue"/>.</exception>
    public static MoneroAmount Ceiling(decimal xmr)
    {
        CheckRange(xmr);
        var rounded = decimal.Round(xmr, Decimals);
        return FromXmr(rounded < xmr ? rounded + Unit : rounded);
    }

    /// <summary>Parses atomic units, as the indexer writes them.</summary>
    /// <param name="atomicUnits">ASCII digits and nothing else, up to 18446744073709551615.</param>
    /// <exception cref="ArgumentNullException"><paramref name="atomicUnits"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static MoneroAmount Parse(string atomicUnits)
    {
        ArgumentNullException.ThrowIfNull(atomicUnits);
        return TryParse(atomicUnits, out var amount)
            ? amount
            : throw new FormatException("An amount of atomic units must consist of digits only, up to 18446744073709551615.");
    }

    /// <summary>Parses atomic units, as the indexer writes them.</summary>
    /// <param name="atomicUnits">ASCII digits and nothing else, up to 18446744073709551615.</param>
    /// <param name="amount">The amount; zero when the result is false.</param>
    public static bool TryParse(string? atomicUnits, out MoneroAmount amount)
    {
        amount = default;
        if (string.IsNullOrEmpty(atomicUnits))
        {
            return false;
        }

        var units = 0UL;
        foreach (var c in atomicUnits!)
        {
            var digit = (ulong)(c - '0');
            if (c is < '0' or > '9' || units > (ulong.MaxValue - digit) / 10)
            {
                return false;
            }

            units = (units * 10) + digit;
        }

        amount = new(units);
        return true;
    }

    /// <summary>
    /// Returns a <c>monero:</c> link that opens the buyer's wallet with the address and this amount filled in; its text is also the content
    /// of a QR code. The amount has 12 decimals and no exponent, which wallets reject.
    /// </summary>
    /// <remarks>Form: github.com/monero-project/monero/wiki/URI-Formatting.</remarks>
    /// <param name="address">The address to pay to: 95 characters, or the 106 of an integrated address. Its checksum is not verified.</param>
    /// <exception cref="ArgumentException">The text is not an address.</exception>
    /// <exception cref="InvalidOperationException">The amount is zero: the wallet would let the buyer choose one.</exception>
    public Uri ToPaymentUri(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Length is not (AddressLength or IntegratedAddressLength) || address.Any(static c => Base58.AsSpan().IndexOf(c) < 0)
            || !WalletLink.TryParse(Coin.Monero, $"monero:{address}?tx_amount={this}", out var uri))
        {
            throw new ArgumentException("The address is not a Monero address: 95 or 106 characters of base58.", nameof(address));
        }

        return AtomicUnits > 0 ? uri : throw new InvalidOperationException("The amount is zero. Set the amount to pay.");
    }

    /// <summary>Returns the amount in XMR with all 12 decimals and no exponent, in the invariant culture.</summary>
    public override string ToString() => Xmr.ToString(CultureInfo.InvariantCulture);

    private static void CheckRange(decimal xmr)
    {
        if (xmr < 0 || xmr > MaxValue.Xmr)
        {
            throw new ArgumentOutOfRangeException(
                nameof(xmr), xmr.ToString(CultureInfo.InvariantCulture), "An amount of Monero must be from 0 to 18446744.073709551615 XMR.");
        }
    }
}
