using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Requests an Interac transfer: from a person, or from a person known by a token.</summary>
public sealed record CoinflowInteracPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The merchant; the one in the options unless given.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The payer's first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The payer's last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The payer's e-mail address; or <see cref="Phone"/>.</summary>
    public string? Email { get; init; }

    /// <summary>The payer's phone number; or <see cref="Email"/>.</summary>
    public string? Phone { get; init; }

    /// <summary>The payer's token, instead of the other members.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; init; }

    internal override void Check()
    {
        base.Check();
        var isPerson = !string.IsNullOrWhiteSpace(FirstName) && !string.IsNullOrWhiteSpace(LastName)
            && !(string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone));
        CoinflowChecks.Require(
            isPerson != !string.IsNullOrWhiteSpace(Token),
            nameof(Token), "set FirstName, LastName and Email or Phone; or Token, but not both.");
    }
}
