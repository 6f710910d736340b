namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>Where a buyer lives.</summary>
public sealed record DodoPaymentsBillingAddress : ApiModel
{
    /// <summary>The country in two letters, such as <c>US</c> (ISO 3166-1). Required.</summary>
    public required string Country { get; init; }

    /// <summary>The state or province.</summary>
    public string? State { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The street, with the number of the house.</summary>
    public string? Street { get; init; }

    /// <summary>The postal code.</summary>
    public string? Zipcode { get; init; }
}
