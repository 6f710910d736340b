using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Providers.PayPal.Signing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>The environment that an account belongs to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayPalEnvironment>))]
public enum PayPalEnvironment
{
    /// <summary>Live mode, with real money. The default.</summary>
    Live = 0,

    /// <summary>The sandbox, and the webhook simulator of the developer dashboard.</summary>
    Sandbox = 1,
}

/// <summary>How the verifier checks PayPal's signature.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayPalVerificationMode>))]
public enum PayPalVerificationMode
{
    /// <summary>
    /// Locally, with PayPal's certificate, which the verifier fetches once and caches. The default. The signature covers a CRC-32 of the body,
    /// so an application starts only if its pipeline keeps transmission ids across restarts and nodes (<see cref="IWebhookDeliveryMemory"/>).
    /// </summary>
    LocalCertificate = 0,

    /// <summary>
    /// By PayPal, with one API call per delivery. Events of the webhook simulator fail in this mode. If
    /// <see cref="PayPalWebhookOptions.Certificates"/> or <see cref="PayPalWebhookOptions.CertificateDirectory"/> is set, the verifier itself
    /// rejects an invalid signature under a known certificate. Deliveries with a valid one have their own share of the calls, which forged
    /// deliveries cannot use up.
    /// </summary>
    Postback = 1,
}

/// <summary>
/// How PayPal's webhooks are verified. PayPal signs with a certificate: there is no signing secret, but the signature covers the webhook
/// id. Source: developer.paypal.com/api/rest/webhooks/rest.
/// </summary>
public sealed class PayPalWebhookOptions : WebhookOptions
{
    /// <summary>The webhook id under which PayPal's simulator signs for anybody.</summary>
    internal const string SimulatorWebhookId = "WEBHOOK_ID";

    private const int MaxWebhookIdLength = 50;

    /// <summary>
    /// The id of the webhook, shown beside its URL in the PayPal developer dashboard, for example <c>4JH86294D6297924G</c>. Required.
    /// The simulator signs under the literal <c>WEBHOOK_ID</c>, which is rejected in <see cref="PayPalEnvironment.Live"/>.
    /// </summary>
    public string WebhookId { get; set; } = "";

    /// <summary>Live by default. It determines the accepted certificates and the API for postbacks.</summary>
    public PayPalEnvironment Environment { get; set; }

    /// <summary>How the verifier checks signatures; with local certificates by default.</summary>
    public PayPalVerificationMode Mode { get; set; }

    /// <summary>The REST app's client id. Required for <see cref="PayPalVerificationMode.Postback"/> only.</summary>
    public string? ClientId { get; set; }

    /// <summary>The REST app's secret. Required for <see cref="PayPalVerificationMode.Postback"/> only.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The maximum age of the signed transmission time. Four days by default, since PayPal retries for three. The verifier always accepts up
    /// to five minutes in the future. The durable inbox must keep deliveries for longer than the sum of both.
    /// </summary>
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromDays(4);

    /// <summary>
    /// Roots in PEM form that replace those shipped with this library. The list may also contain certificates that are not self-signed: they
    /// help to build the chain, but are not trusted by themselves. The shipped roots apply if the list has no root.
    /// </summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<string> TrustedRoots { get; } = [];

    /// <summary>
    /// Known certificates in PEM form, which need no fetching. The verifier checks them like fetched ones. The key is the certificate's URL,
    /// or the last part of it: configuration files cannot have a colon in a key.
    /// </summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IDictionary<string, string> Certificates { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// A directory that stores fetched certificates as files, so that the first delivery after a restart needs no request. It must exist, be
    /// writable and survive restarts; accounts and processes may share it. The verifier checks files like fetched certificates each time it
    /// loads them. Null by default: the verifier keeps certificates in memory only.
    /// </summary>
    public string? CertificateDirectory { get; set; }

    /// <summary>Not used by PayPal: leave it empty and set <see cref="WebhookId"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public new IList<string> Secrets => base.Secrets;

    private protected override bool NamesOwner => true;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (base.Secrets.Count > 0)
        {
            failures.Add("Secrets is set, but PayPal has no signing secret. Set WebhookId; set the app's secret as ClientSecret.");
        }

        ValidateOwners(failures);
        ValidateBodySize(failures);
        ValidateWebhookId(failures);
        if (Environment is not (PayPalEnvironment.Live or PayPalEnvironment.Sandbox))
        {
            failures.Add($"Environment is {Environment}; it must be live or sandbox.");
        }

        if (Mode is not (PayPalVerificationMode.LocalCertificate or PayPalVerificationMode.Postback))
        {
            failures.Add($"Mode is {Mode}; it must be localCertificate or postback.");
        }

        if (Mode == PayPalVerificationMode.Postback)
        {
            ValidateCredentials(failures);
        }

        if (MaximumAge <= TimeSpan.Zero)
        {
            failures.Add($"MaximumAge is {MaximumAge}; it must be above zero. The usual value is 4.00:00:00.");
        }

        ValidateCertificates(failures);
        if (CertificateDirectory is { } directory && CertificateFiles.Problem(directory) is { } problem)
        {
            failures.Add($"CertificateDirectory is \"{directory}\", which {problem}. Name a directory that survives restarts, or leave it out.");
        }
    }

    private void ValidateWebhookId(ICollection<string> failures)
    {
        if (string.IsNullOrWhiteSpace(WebhookId))
        {
            failures.Add("WebhookId is empty. Copy it from the webhook's row in the PayPal developer dashboard.");
        }
        else if (WebhookId.Length > MaxWebhookIdLength || !CertificateUrl.IsName(WebhookId.AsSpan()))
        {
            failures.Add("WebhookId is not an id: it must have at most 50 letters and digits, such as 4JH86294D6297924G.");
        }
        else if (Environment == PayPalEnvironment.Live && WebhookId == SimulatorWebhookId)
        {
            failures.Add("WebhookId is WEBHOOK_ID, for which anyone can get signatures from the simulator. Use it with the sandbox only.");
        }
    }

    private void ValidateCredentials(ICollection<string> failures)
    {
        if (string.IsNullOrWhiteSpace(ClientId))
        {
            failures.Add("ClientId is empty; the postback mode needs the client id of the REST app.");
        }

        if (string.IsNullOrWhiteSpace(ClientSecret))
        {
            failures.Add("ClientSecret is empty; the postback mode needs the secret of the REST app.");
        }
    }

    private void ValidateCertificates(ICollection<string> failures)
    {
        for (var i = 0; i < TrustedRoots.Count; i++)
        {
            if (!PemCertificates.IsReadable(TrustedRoots[i]))
            {
                failures.Add($"TrustedRoots[{i}] is not a certificate in PEM form (-----BEGIN CERTIFICATE----- and so on).");
            }
        }

        foreach (var certificate in Certificates)
        {
            if (!PemCertificates.IsReadable(certificate.Value))
            {
                failures.Add($"Certificates[\"{certificate.Key}\"] is not a certificate in PEM form (-----BEGIN CERTIFICATE----- and so on).");
            }
        }
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PayPalWebhookOptions))]
internal sealed partial class PayPalWebhookOptionsJson : JsonSerializerContext;
