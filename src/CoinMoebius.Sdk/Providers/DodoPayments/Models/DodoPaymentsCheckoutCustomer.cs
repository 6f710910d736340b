namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>Who buys: a customer that Dodo Payments has already, or one described by an address.</summary>
public sealed record DodoPaymentsCheckoutCustomer : ApiModel
{
    /// <summary>The customer, <c>cus_…</c>; then the others stay null.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The e-mail address. A customer who has it is found by it.</summary>
    public string? Email { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The telephone number, with country code.</summary>
    public string? PhoneNumber { get; init; }
}
