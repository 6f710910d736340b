namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Features of subscriptions and of customers with saved cards; Mobbex knows more.</summary>
public static class MobbexFeatures
{
    /// <summary>A card without funds is accepted as a source.</summary>
    public const string AcceptNoFunds = "accept_no_funds";

    /// <summary>The cardholder's document must be the customer's.</summary>
    public const string ValidateId = "validate_id";

    /// <summary>No mail is sent.</summary>
    public const string NoEmail = "no_email";

    /// <summary>The first charge is made when the first source is added.</summary>
    public const string ChargeOnFirstSource = "charge_on_first_source";
}
