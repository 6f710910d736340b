namespace CoinMoebius.Sdk.Mobbex;

/// <summary>Features of subscriptions and of customers with saved cards; Mobbex has others too.</summary>
public static class MobbexFeatures
{
    /// <summary>Accepts a card without funds as a source.</summary>
    public const string AcceptNoFunds = "accept_no_funds";

    /// <summary>Requires that the cardholder's document is the customer's.</summary>
    public const string ValidateId = "validate_id";

    /// <summary>Sends no email.</summary>
    public const string NoEmail = "no_email";

    /// <summary>Makes the first charge when the customer adds the first source.</summary>
    public const string ChargeOnFirstSource = "charge_on_first_source";
}
