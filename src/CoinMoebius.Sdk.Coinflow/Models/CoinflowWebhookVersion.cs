namespace CoinMoebius.Sdk.Coinflow;

/// <summary>
/// The version of a notification, as far as its content tells: Coinflow sends no number. Versions are chosen in the dashboard.
/// </summary>
public enum CoinflowWebhookVersion
{
    /// <summary>The content does not tell.</summary>
    Unknown = 0,

    /// <summary>The flat body without an envelope, which older accounts get when coins moved on a chain.</summary>
    Legacy,

    /// <summary><c>Version 1</c> or <c>Version 2</c>: the payer is a <c>wallet</c>. What sets the two apart is not published.</summary>
    Version1Or2,

    /// <summary><c>Version 3</c>: the payer is a <c>customerId</c>.</summary>
    Version3,
}
