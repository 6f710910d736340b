using CoinMoebius.Sdk.Webhooks;

namespace OwnProvider;

/// <summary>How Acme's webhooks are verified. The base class has the secrets, the size of a body, and test mode.</summary>
public sealed class AcmeWebhookOptions : WebhookOptions
{
    /// <summary>How far the signed time may be away from now, before or after.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    protected override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        ValidateTolerance(Tolerance, failures);
    }
}
