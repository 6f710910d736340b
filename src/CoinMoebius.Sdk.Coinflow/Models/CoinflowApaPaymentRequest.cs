using CoinMoebius.Sdk.Coinflow.Json;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>Pays with APA.</summary>
public sealed record CoinflowApaPaymentRequest : CoinflowPaymentRequest
{
    /// <summary>The type of the payer's credential: <c>PHONE</c> or <c>EMAIL</c>.</summary>
    public required string CredentialType { get; init; }

    /// <summary>The phone number or e-mail address.</summary>
    public required string CredentialValue { get; init; }

    internal override void Check()
    {
        base.Check();
        CoinflowChecks.Require(CredentialType is "PHONE" or "EMAIL", nameof(CredentialType), "use PHONE or EMAIL.");
        CoinflowChecks.RequireText(CredentialValue, nameof(CredentialValue));
    }
}
