using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Crypto;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// How the webhooks of a service that follows Standard Webhooks are verified. Each secret is a shared one as the service displays it,
/// usually base64 after <c>whsec_</c>, or the service's Ed25519 public key after <c>whpk_</c>, which requires <see cref="VerifyEd25519"/>. Source:
/// github.com/standard-webhooks/standard-webhooks.
/// </summary>
public sealed class StandardWebhooksOptions : WebhookOptions
{
    private SecretEncoding _secretEncoding;

    /// <summary>
    /// The maximum difference between the signed time and now, in either direction. Five minutes by default, as in the reference libraries.
    /// </summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Checks signatures of version <c>v1a</c> with the Ed25519 of a library that you choose; required for a <c>whpk_</c> key and not called
    /// without one. Null by default. The verifier checks at most two signatures of a delivery with each key, for as many deliveries at once as
    /// the machine has processors, while 256 more wait; see docs/standard-webhooks.md.
    /// </summary>
    [JsonIgnore]
    public Ed25519Check? VerifyEd25519 { get; set; }

    /// <summary>How the service derives its key from a shared secret. Determined by the secret's form by default.</summary>
    public SecretEncoding SecretEncoding
    {
        get => _secretEncoding;
        set
        {
            _secretEncoding = value;
            CheckSecretsAgain();
        }
    }

    private protected override string? SecretProblem(string secret, int least) => StandardSecrets.Weakness(secret, SecretEncoding, least, IsTool);

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        StandardSecrets.Validate(Secrets, SecretEncoding, failures);
        if (SecretEncoding is not (SecretEncoding.Auto or SecretEncoding.Base64 or SecretEncoding.Text))
        {
            failures.Add($"SecretEncoding is {(int)SecretEncoding}; it must be auto, base64 or text.");
        }

        ValidateEd25519(failures);
        ValidateTolerance(Tolerance, failures);
    }

    private void ValidateEd25519(ICollection<string> failures)
    {
        for (var i = 0; i < Secrets.Count && VerifyEd25519 is null; i++)
        {
            if (StandardSecrets.TryReadPublicKey(Secrets[i], out _))
            {
                failures.Add(
                    $"Secrets[{i}] is a public key (\"whpk_\"), but there is no check for its signatures. "
                    + "Set StandardWebhooksOptions.VerifyEd25519 in code; docs/standard-webhooks.md shows how.");
            }
        }
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StandardWebhooksOptions))]
internal sealed partial class StandardWebhooksOptionsJson : JsonSerializerContext;
