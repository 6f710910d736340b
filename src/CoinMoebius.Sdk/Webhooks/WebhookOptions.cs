using System.Diagnostics;
using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>What every verifier needs. Read anew for each delivery, so a changed configuration counts at once.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public abstract class WebhookOptions
{
    /// <summary>The shortest secret accepted, in characters; no provider issues shorter ones.</summary>
    internal const int MinimumSecretLength = 5;

    /// <summary>
    /// The signing secrets. While a secret is being rolled, list the old and the new one: a delivery passes when any of them made
    /// its signature. At least one is needed; each must have 5 characters or more.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// The largest body that is looked at, in bytes; a larger one is <see cref="WebhookVerdict.MalformedBody"/>, and the endpoint answers 413
    /// without reading it. 1 MiB unless set, and 64 KiB for NOWPayments, Cryptomus, Mobbex and Money Button, whose bodies have to be parsed
    /// before they are known to be authentic. At least 4 KiB. The endpoint has a limit of its own besides, for all providers.
    /// </summary>
    public int MaxBodySize { get; set; } = BodyLimit.Usual;

    /// <summary>Adds a sentence to <paramref name="failures"/> for everything that is wrong; never the secret itself.</summary>
    /// <param name="failures">Receives the sentences.</param>
    protected internal virtual void Validate(ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        ValidateSecrets(failures);
        ValidateBodySize(failures);
    }

    /// <summary>The type's name: secrets never print.</summary>
    public sealed override string ToString() => GetType().Name;

    private protected static void ValidateTolerance(TimeSpan tolerance, ICollection<string> failures)
    {
        if (tolerance < TimeSpan.Zero)
        {
            failures.Add($"Tolerance is {tolerance}; it must not be negative. The usual value is 00:05:00.");
        }
    }

    private protected void ValidateBodySize(ICollection<string> failures)
    {
        if (MaxBodySize < BodyLimit.Least)
        {
            failures.Add($"MaxBodySize is {MaxBodySize}; it must be at least {BodyLimit.Least} bytes. The usual value is {BodyLimit.Usual}.");
        }
    }

    private void ValidateSecrets(ICollection<string> failures)
    {
        if (Secrets.Count == 0)
        {
            failures.Add("Secrets is empty. Add the signing secret shown in the provider's dashboard.");
        }

        for (var i = 0; i < Secrets.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Secrets[i]))
            {
                failures.Add($"Secrets[{i}] is empty. Anyone can sign with an empty secret: set it or remove the entry.");
            }
            else if (Secrets[i].Length < MinimumSecretLength)
            {
                failures.Add($"Secrets[{i}] has {Secrets[i].Length} characters; at least {MinimumSecretLength} are needed. Was it cut off?");
            }
        }
    }
}
