namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The version of a notification, derived from its content because Coinflow sends no number. The dashboard sets the version.
/// </summary>
public enum CoinflowWebhookVersion
{
    /// <summary>The version cannot be derived from the content.</summary>
    Unknown = 0,

    /// <summary>The flat body without an envelope, which older accounts receive when coins move on a chain.</summary>
    Legacy,

    /// <summary><c>Version 1</c> or <c>Version 2</c>: the payer is a <c>wallet</c>. Their difference is not published.</summary>
    Version1Or2,

    /// <summary><c>Version 3</c>: the payer is a <c>customerId</c>.</summary>
    Version3,
}
