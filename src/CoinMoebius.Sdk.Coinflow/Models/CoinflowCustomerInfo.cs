using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The buyer: first and last name, or the full name.</summary>
public sealed record CoinflowCustomerInfo : ApiModel
{
    /// <summary>The first name; with <see cref="LastName"/>.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name; with <see cref="FirstName"/>.</summary>
    public string? LastName { get; init; }

    /// <summary>The full name, instead of the two.</summary>
    public string? Name { get; init; }

    /// <summary>The id of an earlier verification of the person.</summary>
    public string? VerificationId { get; init; }

    /// <summary>The name on your site.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Street and number.</summary>
    public string? Address { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state or province.</summary>
    public string? State { get; init; }

    /// <summary>The postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>The country, as ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>The IP address.</summary>
    public string? Ip { get; init; }

    /// <summary>The latitude.</summary>
    public string? Lat { get; init; }

    /// <summary>The longitude.</summary>
    public string? Lng { get; init; }

    /// <summary>The date of birth, as <c>YYYY-MM-DD</c>.</summary>
    public string? Dob { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    internal void Check() => CoinflowChecks.Require(
        !string.IsNullOrWhiteSpace(Name) || (!string.IsNullOrWhiteSpace(FirstName) && !string.IsNullOrWhiteSpace(LastName)),
        nameof(CoinflowPurchaseRequest.CustomerInfo), "set FirstName and LastName, or Name.");
}
