using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The options of every verifier. Verifiers read them for each delivery, so a changed configuration applies at once.</summary>
[DebuggerDisplay("{GetType().Name,nq}")]
public abstract class WebhookOptions
{
    /// <summary>The minimum length of a secret, in bytes of its key, if the provider has no other.</summary>
    internal const int UsualLeastSecretLength = 16;

    // Published test cases have keys of five bytes and more.
    private const int ShortestTestSecret = 5;

    // The secrets found valid. Without a container, each delivery validates the options, and the secrets are usually unchanged.
    private string[] _usable = [];

    /// <summary>
    /// The signing secrets, at least one. During a rotation, list the old and the new one: a delivery passes if any of them produced its
    /// signature. The list trims white space at both ends. Start-up fails for a secret that is too short for the provider (usually 16 bytes,
    /// without <c>whsec_</c>), has white space inside, or is a placeholder such as <c>your-secret</c> or <c>changeme</c>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<string> Secrets { get; } = new SecretList();

    /// <summary>
    /// Your accounts at the provider, as in <see cref="WebhookEvent.Owner"/>; <c>*</c> for any. A payment or subscription of another account
    /// counts as unmapped: providers sign the events of all accounts connected to an application with one key. Empty by default, which accepts
    /// every account; at Stripe it accepts only your own, whose events name no account. Only for providers whose payloads name one.
    /// </summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<string> Owners { get; } = [];

    /// <summary>
    /// Whether payments and subscriptions of test mode count as such; otherwise they count as unmapped. By default they count, except if live
    /// payments are configured, which at Stripe and Mobbex the client of the same account shows (a live key; <c>Test</c> false). If the
    /// provider does not report the mode, every event passes.
    /// </summary>
    public bool? AcceptTest { get; set; }

    /// <summary>True if payloads name an account.</summary>
    private protected virtual bool NamesOwner => false;

    /// <summary>True if payloads name an account only when it is not the merchant's.</summary>
    internal virtual bool NamesOnlyOthers => false;

    /// <summary>True if live payments are known to be configured.</summary>
    internal bool IsLive { get; set; }

    /// <summary>How a secret holds its key.</summary>
    private protected virtual KeyEncoding KeyEncoding => KeyEncoding.Text;

    /// <summary>The minimum length of a secret, in bytes of its key without <c>whsec_</c>.</summary>
    private protected virtual int LeastSecretLength => UsualLeastSecretLength;

    /// <summary>Returns what is wrong with a secret, as a predicate to its name, or null.</summary>
    private protected virtual string? SecretProblem(string secret, int least) => SecretRules.Problem(secret, KeyEncoding, least, IsTool);

    /// <summary>Makes the next validation check all secrets again.</summary>
    private protected void CheckSecretsAgain() => _usable = [];

    /// <summary>True in tools, which examine one request without consequences: they accept the short secrets of published test cases.</summary>
    internal bool IsTool { get; set; }

    /// <summary>The path of the options in the configuration; null if they are set in code.</summary>
    internal string? ConfigurationPath { get; set; }

    /// <summary>
    /// The maximum size of a body in bytes; a larger one gives <see cref="WebhookVerdict.MalformedBody"/>, and the endpoint responds 413
    /// without reading it. 1 MiB by default, and 64 KiB for NOWPayments, Cryptomus, Mobbex and Money Button, whose bodies must be parsed
    /// before their authentication. At least 4 KiB. The endpoint has a further limit for all providers.
    /// </summary>
    public int MaxBodySize { get; set; } = BodyLimit.Usual;

    /// <summary>Adds a sentence to <paramref name="failures"/> for every problem, without the secret itself.</summary>
    /// <param name="failures">Receives the sentences.</param>
    protected internal virtual void Validate(ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        ValidateSecrets(failures);
        ValidateOwners(failures);
        ValidateBodySize(failures);
    }

    /// <summary>Returns the type's name, without secrets.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds a sentence when a tolerance is negative; the sentence calls the option <c>Tolerance</c>.</summary>
    /// <param name="tolerance">The maximum difference between a signed time and now.</param>
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

    /// <summary>Returns an option's name, with its configuration key if known.</summary>
    private protected string NameOf(string option, string? key = null) =>
        ConfigurationPath is null ? option : $"{option} (configuration key {ConfigurationPath}:{key ?? option})";
}
