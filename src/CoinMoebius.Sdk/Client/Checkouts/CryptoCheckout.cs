namespace CoinMoebius.Sdk;

/// <summary>Show the buyer an address to send coins to (Cryptomus, Monero).</summary>
public sealed record CryptoCheckout : Checkout
{
    /// <summary>The provider's id of the payment, or null.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The address that takes the coins.</summary>
    public required string Address { get; init; }

    /// <summary>
    /// The exact amount to send, in whole coins: computed from <see cref="AtomicAmount"/> if there is one, otherwise rounded up to the coin's
    /// smallest unit if that is known. Null when the answer has no amount.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary><see cref="Amount"/> as text to show and to copy, in the form wallets accept, without an exponent.</summary>
    public string? AmountText { get; init; }

    /// <summary>The exact amount in the coin's smallest units, for Monero piconero (10⁻¹² XMR); null when the answer has none.</summary>
    public decimal? AtomicAmount { get; init; }

    /// <summary>Monero: the index of the address in the merchant's wallet; otherwise null.</summary>
    public long? AddressIndex { get; init; }

    /// <summary>A <c>monero:</c> link that opens the buyer's wallet with the address and <see cref="AmountText"/>; otherwise null.</summary>
    public Uri? WalletUri { get; init; }

    /// <summary>The text to draw as a QR code: the wallet link or the provider's text; null when the provider sends none or a picture.</summary>
    public string? QrText { get; init; }

    /// <summary>A picture of the QR code as a <c>data:image/png;base64,</c> address, when the provider sends one; otherwise null.</summary>
    public string? QrImage { get; init; }

    /// <summary>When the offer expires, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
