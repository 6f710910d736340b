using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>An account funding transaction: the payer's money goes to a recipient.</summary>
public sealed record CoinflowAccountFunding : ApiModel
{
    /// <summary>The recipient, when it is not the payer.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<CoinflowFundingRecipient>))]
    public CoinflowFundingRecipient? RecipientAftInfo { get; init; }
}

/// <summary>The recipient of an account funding transaction.</summary>
public sealed record CoinflowFundingRecipient : ApiModel
{
    /// <summary>The first name. Required.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name. Required.</summary>
    public string? LastName { get; init; }

    /// <summary>Street and number. Required.</summary>
    public string? Address1 { get; init; }

    /// <summary>The city. Required.</summary>
    public string? City { get; init; }

    /// <summary>The postal code. Required.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The country's code. Required.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The state or province.</summary>
    public string? State { get; init; }

    /// <summary>The date of birth, as <c>YYYYMMDD</c>.</summary>
    public string? DateOfBirth { get; init; }

    /// <summary>The phone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The number of a document.</summary>
    public string? DocumentReference { get; init; }

    internal void Check() => CoinflowChecks.Require(
        !new[] { FirstName, LastName, Address1, City, PostalCode, CountryCode }.Any(string.IsNullOrWhiteSpace),
        nameof(CoinflowPurchaseRequest.AccountFundingTransaction),
        "set FirstName, LastName, Address1, City, PostalCode and CountryCode of RecipientAftInfo.");
}
