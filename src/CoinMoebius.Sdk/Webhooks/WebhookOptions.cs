using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>What every verifier needs. Read anew for each delivery, so a changed configuration counts at once.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public abstract class WebhookOptions
{
    /// <summary>The least length of a secret, in bytes of its key, where a provider's own is not another.</summary>
    internal const int UsualLeastSecretLength = 16;

    // Published test cases have keys of five and more.
    private const int ShortestTestSecret = 5;

    // Those that were found usable. Without a container the options are checked at each delivery, and the secrets are mostly the same.
    private string[] _usable = [];

    /// <summary>
    /// The signing secrets. While a secret is being rolled, list the old and the new one: a delivery passes when any of them made
    /// its signature. At least one is needed. White space at both ends is taken off. The start fails for a secret that is too short to be the
    /// provider's (16 bytes as a rule; <c>whsec_</c> does not count), has white space inside, or is a placeholder such as
    /// <c>your-secret</c> or <c>changeme</c>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<string> Secrets { get; } = new SecretList();

    /// <summary>
    /// Your accounts at the provider, as <see cref="WebhookEvent.Owner"/> names them; <c>*</c> for any. A payment or subscription of another
    /// one counts as unmapped: providers sign the events of all accounts that are connected to an application with its one key. Empty
    /// by default, which takes every account; at Stripe it takes none but your own, whose events name no account. Only for providers whose
    /// payloads name one.
    /// </summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<string> Owners { get; } = [];

    /// <summary>
    /// Whether payments and subscriptions of test mode count as such; if not, they count as unmapped. Unless set they do, except where live
    /// payments are configured: at Stripe and Mobbex that is known by the client of the same account (a live key; <c>Test</c> false).
    /// Where the provider does not tell the mode, every event passes.
    /// </summary>
    public bool? AcceptTest { get; set; }

    /// <summary>True where payloads name an account.</summary>
    private protected virtual bool NamesOwner => false;

    /// <summary>True where payloads name an account only when it is another than the merchant's.</summary>
    internal virtual bool NamesOnlyOthers => false;

    /// <summary>True where live payments are known to be configured.</summary>
    internal bool IsLive { get; set; }

    /// <summary>How a secret holds its key.</summary>
    private protected virtual KeyEncoding KeyEncoding => KeyEncoding.Text;

    /// <summary>The least length of a secret, in bytes of its key without <c>whsec_</c>.</summary>
    private protected virtual int LeastSecretLength => UsualLeastSecretLength;

    /// <summary>What is wrong with a secret, to stand behind its name; null for nothing.</summary>
    private protected virtual string? SecretProblem(string secret, int least) => SecretRules.Problem(secret, KeyEncoding, least, IsTool);

    /// <summary>Has secrets that were found usable checked once more.</summary>
    private protected void CheckSecretsAgain() => _usable = [];

    /// <summary>True in tools, which look at one request and let nothing in: they take the short secrets of published test cases.</summary>
    internal bool IsTool { get; set; }

    /// <summary>Where the options stand in the configuration; null where they are set in code.</summary>
    internal string? ConfigurationPath { get; set; }

    /// <summary>
    /// The largest body that is looked at, in bytes; a larger one is <see cref="WebhookVerdict.MalformedBody"/>, and the endpoint answers 413
    /// without reading it. 1 MiB by default, and 64 KiB for NOWPayments, Cryptomus, Mobbex and Money Button, whose bodies have to be parsed
    /// before they are known to be authentic. At least 4 KiB. The endpoint has a limit of its own besides, for all providers.
    /// </summary>
    public int MaxBodySize { get; set; } = BodyLimit.Usual;

    /// <summary>Adds a sentence to <paramref name="failures"/> for everything that is wrong; never the secret itself.</summary>
    /// <param name="failures">Receives the sentences.</param>
    protected internal virtual void Validate(ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        ValidateSecrets(failures);
        ValidateOwners(failures);
        ValidateBodySize(failures);
    }

    /// <summary>The type's name: secrets never print.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds a sentence when a tolerance, for which the option <c>Tolerance</c> is the usual name, is negative.</summary>
    /// <param name="tolerance">How far a signed time may be away from now.</param>
    /// <param name="failures">Receives the sentence.</param>
    /// <exception cref="ArgumentNullException"><paramref name="failures"/> is null.</exception>
    protected static void ValidateTolerance(TimeSpan tolerance, ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (tolerance < TimeSpan.Zero)
        {
            failures.Add($"Tolerance is {tolerance}; it must not be negative. The usual value is 00:05:00.");
        }
    }

    private protected void ValidateOwners(ICollection<string> failures)
    {
        if (Owners.Count == 0)
        {
            return;
        }

        if (!NamesOwner)
        {
            failures.Add($"{NameOf("Owners")} is set, but payloads of this provider name no account. Remove it.");
        }

        if (Owners.Any(string.IsNullOrWhiteSpace))
        {
            failures.Add($"{NameOf("Owners")} holds an empty entry: set it or remove it.");
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
            failures.Add($"{NameOf("Secrets")} is empty. Add the signing secret shown in the provider's dashboard.");
        }

        if (AreUsable(_usable))
        {
            return;
        }

        var least = IsTool ? ShortestTestSecret : LeastSecretLength;
        var found = failures.Count;
        for (var i = 0; i < Secrets.Count; i++)
        {
            if (SecretProblem(Secrets[i], least) is { } problem)
            {
                failures.Add($"{NameOf($"Secrets[{i}]", $"Secrets:{i}")} {problem}");
            }
        }

        _usable = failures.Count == found ? [.. Secrets] : [];
    }

    private bool AreUsable(string[] known)
    {
        var same = Secrets.Count == known.Length;
        for (var i = 0; same && i < known.Length; i++)
        {
            same = ReferenceEquals(Secrets[i], known[i]);
        }

        return same;
    }

    /// <summary>An option's name, and the key of the configuration where it is known.</summary>
    private protected string NameOf(string option, string? key = null) =>
        ConfigurationPath is null ? option : $"{option} (configuration key {ConfigurationPath}:{key ?? option})";
}
