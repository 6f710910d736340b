namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A request to create a customer who saves cards. Source: mobbex.dev/tokenizacion-de-tarjetas-y-cuentas-bancarias.</summary>
public sealed record MobbexWalletCustomerRequest : ApiModel
{
    /// <summary>The merchant's unique reference of the customer.</summary>
    public required string Reference { get; init; }

    /// <summary>The customer; name, email and identification are required.</summary>
    public required MobbexCustomer Customer { get; init; }

    /// <summary>True for test mode; null uses <see cref="MobbexOptions.Test"/>.</summary>
    public bool? Test { get; init; }

    /// <summary>The features: <see cref="MobbexFeatures.ValidateId"/> and <see cref="MobbexFeatures.AcceptNoFunds"/>.</summary>
    public IReadOnlyList<string>? Features { get; init; }
}
