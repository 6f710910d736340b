using System.Globalization;
using CoinMoebius.Sdk;

namespace Shop;

/// <summary>What a buyer must know who pays without a hosted page; stored with the order.</summary>
public sealed record Instructions(RailKind Kind, string Address)
{
    public string? Amount { get; init; }

    /// <summary>The coin to send, or the currency of the letter's content, where it is known.</summary>
    public string? Currency { get; init; }

    /// <summary>What ties a letter to its order.</summary>
    public string? Code { get; init; }

    /// <summary>Further words to the buyer.</summary>
    public string? Text { get; init; }

    /// <summary>A link that opens the buyer's wallet.</summary>
    public string? WalletUri { get; init; }

    /// <summary>The address of a picture of the QR code.</summary>
    public string? QrImage { get; init; }

    /// <summary>What the QR code says, where the shop draws it.</summary>
    public string? QrText { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>A page that plays the buyer's wallet; null when payments are real.</summary>
    public Uri? SimulatedWallet { get; init; }

    public static Instructions Of(CryptoCheckout coins) => new(RailKind.Coins, coins.Address)
    {
        Amount = coins.AmountText,
        WalletUri = coins.WalletUri?.OriginalString,
        QrImage = coins.QrImage,
        QrText = coins.QrImage is null ? coins.QrText ?? coins.Address : null,
        ExpiresAt = coins.ExpiresAt,
    };

    public static Instructions Of(ManualCheckout letter) => new(RailKind.Mail, letter.MailingAddress)
    {
        Amount = (letter.ExpectedAmount ?? letter.Amount)?.ToString(CultureInfo.InvariantCulture),
        Currency = letter.ExpectedCurrency ?? letter.Currency,
        Code = letter.ReferenceCode,
        Text = letter.Instructions,
    };
}
