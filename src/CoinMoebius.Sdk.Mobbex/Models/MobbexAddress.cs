namespace CoinMoebius.Sdk.Mobbex;

/// <summary>An address of the customer. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexAddress : ApiModel
{
    /// <summary>The type of a billing address.</summary>
    public const string Billing = "billing";

    /// <summary>The type of a shipping address.</summary>
    public const string Shipping = "shipping";

    /// <summary><see cref="Billing"/> or <see cref="Shipping"/>. Required.</summary>
    public required string Type { get; init; }

    /// <summary>The country as three letters of ISO 3166-1, for example <c>ARG</c>.</summary>
    public string? Country { get; init; }

    /// <summary>The state or province as a code of ISO 3166-2.</summary>
    public string? State { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The postal code.</summary>
    public string? ZipCode { get; init; }

    /// <summary>The street, without the number.</summary>
    public string? Street { get; init; }

    /// <summary>The number in the street.</summary>
    public string? StreetNumber { get; init; }

    /// <summary>Floor, apartment and so on.</summary>
    public string? StreetNotes { get; init; }
}
