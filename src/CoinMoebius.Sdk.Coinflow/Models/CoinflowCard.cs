using System.Diagnostics;
using System.Globalization;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>A card token with the card's holder.</summary>
public sealed record CoinflowCard : ApiModel
{
    /// <summary>The token from Coinflow's script in the browser. Required.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? CardToken { get; init; }

    /// <summary>The year of expiry, two digits. Required.</summary>
    public string? ExpYear { get; init; }

    /// <summary>The month of expiry, <c>01</c> to <c>12</c>. Required.</summary>
    public string? ExpMonth { get; init; }

    /// <summary>The holder's e-mail address. Required.</summary>
    public string? Email { get; init; }

    /// <summary>The holder's first name. Required.</summary>
    public string? FirstName { get; init; }

    /// <summary>The holder's last name. Required.</summary>
    public string? LastName { get; init; }

    /// <summary>Street and number of the billing address; with <see cref="City"/> and <see cref="Country"/>.</summary>
    public string? Address1 { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The country's code.</summary>
    public string? Country { get; init; }

    /// <summary>The postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>The state or province.</summary>
    public string? State { get; init; }

    /// <summary>The company, for business cards.</summary>
    public string? BusinessName { get; init; }

    internal void Check()
    {
        CoinflowChecks.RequireText(CardToken, "Card.CardToken");
        CoinflowChecks.Require(
            CardToken!.Count(char.IsDigit) < 12 || !CardToken!.All(static c => char.IsDigit(c) || c is ' ' or '-'),
            "Card.CardToken", "it looks like a card number. Send the token of Coinflow's script; card numbers must not reach your server.");
        CoinflowChecks.Require(ExpYear is { Length: 2 } year && year.All(char.IsDigit), "Card.ExpYear", "use two digits.");
        CoinflowChecks.Require(
            ExpMonth is { Length: 2 } && int.TryParse(ExpMonth, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12,
            "Card.ExpMonth", "use 01 to 12.");
        CoinflowChecks.RequireText(Email, "Card.Email");
        CoinflowChecks.RequireText(FirstName, "Card.FirstName");
        CoinflowChecks.RequireText(LastName, "Card.LastName");
    }
}
