namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A customer who saves cards. Source: mobbex.dev/tokenizacion-de-tarjetas-y-cuentas-bancarias.</summary>
public sealed record MobbexWalletCustomerRequest : ApiModel
{
    /// <summary>Your reference of the customer, unique.</summary>
    public required string Reference { get; init; }

    /// <summary>The customer; name, email and identification are required.</summary>
    public required MobbexCustomer Customer { get; init; }

    /// <summary>True for the test mode; null for what <see cref="MobbexOptions.Test"/> says.</summary>
    public bool? Test { get; init; }

    /// <summary><see cref="MobbexFeatures.ValidateId"/>, <see cref="MobbexFeatures.AcceptNoFunds"/>.</summary>
    public IReadOnlyList<string>? Features { get; init; }
}
