using System.Globalization;
using CoinMoebius.Sdk;

namespace Shop;

/// <summary>What a buyer must know who pays without a hosted page.</summary>
/// <param name="Checkout">A <see cref="CryptoCheckout"/> or a <see cref="ManualCheckout"/>.</param>
public sealed record Instructions(Checkout Checkout)
{
    /// <summary>The coin to send, where it is known.</summary>
    public string? Coin { get; init; }

    /// <summary>A page that plays the buyer's wallet; null when payments are real.</summary>
    public Uri? SimulatedWallet { get; init; }

    /// <summary>What the QR code says, where the shop draws it.</summary>
    public string? QrText => Checkout is CryptoCheckout { QrImage: null } coins ? coins.QrText ?? coins.Address : null;
}

/// <summary>The same for the page.</summary>
public sealed record InstructionsView(
    RailKind Kind,
    string Address,
    string? Amount,
    string? Currency,
    string? Code,
    string? Text,
    string? WalletUri,
    string? QrImage,
    DateTimeOffset? ExpiresAt,
    Uri? SimulatedWallet)
{
    public static InstructionsView? Of(Order order, DateTimeOffset? letterExpiresAt) => order.Instructions switch
    {
        { Checkout: CryptoCheckout coins } shown => new(
            RailKind.Coins,
            coins.Address,
            coins.AmountText,
            shown.Coin,
            null,
            null,
            coins.WalletUri?.OriginalString,
            coins.QrImage ?? $"/api/orders/{order.Id}/qr.svg",
            coins.ExpiresAt,
            shown.SimulatedWallet),
        { Checkout: ManualCheckout letter } => new(
            RailKind.Mail,
            letter.MailingAddress,
            (letter.ExpectedAmount ?? letter.Amount)?.ToString(CultureInfo.InvariantCulture),
            letter.ExpectedCurrency ?? letter.Currency,
            letter.ReferenceCode,
            letter.Instructions,
            null,
            null,
            letterExpiresAt,
            null),
        _ => null,
    };
}
