using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Providers.PayPal.Signing;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>Which PayPal an account belongs to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayPalEnvironment>))]
public enum PayPalEnvironment
{
    /// <summary>The real one. The default.</summary>
    Live = 0,

    /// <summary>The sandbox, and the webhook simulator of the developer dashboard.</summary>
    Sandbox = 1,
}

/// <summary>How PayPal's signature is checked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayPalVerificationMode>))]
public enum PayPalVerificationMode
{
    /// <summary>
    /// Here, with PayPal's certificate, which is fetched once and kept. The default. It covers a CRC-32 of the body, so an application
    /// starts only when its pipeline remembers transmission ids across restarts and nodes (<see cref="IWebhookDeliveryMemory"/>).
    /// </summary>
    LocalCertificate = 0,

    /// <summary>
    /// By PayPal, with one API call per delivery. Events of the webhook simulator fail this way. With <see cref="PayPalWebhookOptions.Certificates"/>
    /// or <see cref="PayPalWebhookOptions.CertificateDirectory"/> set, a signature that does not hold under a known certificate is refused
    /// here, and deliveries whose signature does hold are asked about apart from all others, so that strangers cannot take their places.
    /// </summary>
    Postback = 1,
}

/// <summary>
/// How PayPal's webhooks are verified. PayPal signs with a certificate: there is no signing secret, but the webhook id is part of
/// what is signed. Source: developer.paypal.com/api/rest/webhooks/rest.
/// </summary>
public sealed class PayPalWebhookOptions : WebhookOptions
{
    /// <summary>The id under which PayPal's simulator signs, whoever asks it to.</summary>
    internal const string SimulatorWebhookId = "WEBHOOK_ID";

    private const int MaxWebhookIdLength = 50;

    /// <summary>
    /// The id of the webhook, shown beside its URL in the PayPal developer dashboard, for example <c>4JH86294D6297924G</c>. Required.
    /// The simulator signs under the literal <c>WEBHOOK_ID</c>, which is refused in <see cref="PayPalEnvironment.Live"/>.
    /// </summary>
    public string WebhookId { get; set; } = "";

    /// <summary>Live by default. It decides which certificates count, and which API the postback calls.</summary>
    public PayPalEnvironment Environment { get; set; }

    /// <summary>With local certificates by default.</summary>
    public PayPalVerificationMode Mode { get; set; }

    /// <summary>The REST app's client id. Needed for <see cref="PayPalVerificationMode.Postback"/> only.</summary>
    public string? ClientId { get; set; }

    /// <summary>The REST app's secret. Needed for <see cref="PayPalVerificationMode.Postback"/> only.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// How far back the signed transmission time may be. Four days by default: PayPal retries for three. Five minutes ahead of now
    /// are always accepted. The durable inbox must remember deliveries for longer than both together.
    /// </summary>
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromDays(4);

    /// <summary>
    /// Roots in PEM form that replace those shipped with this library. Certificates that are not self-signed may stand beside them:
    /// they help to build the chain, but are not trusted by themselves. The shipped roots count as long as no root is listed.
    /// </summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<string> TrustedRoots { get; } = [];

    /// <summary>
    /// Certificates known beforehand, as PEM, so that they need not be fetched. They are checked like fetched ones. The key is the
    /// certificate's URL, or the last part of it: configuration files cannot have a colon in a key.
    /// </summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IDictionary<string, string> Certificates { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// A directory in which fetched certificates are kept as files, so that the first delivery after a restart needs no request. It must
    /// exist, be writable and survive the restart; accounts and processes may share it. Files are checked like fetched certificates each
    /// time they are loaded. Null by default: certificates are kept in memory.
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
            failures.Add("Secrets is set, but PayPal has no signing secret. Set WebhookId; the app's secret belongs to ClientSecret.");
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
            failures.Add("WebhookId is not an id: at most 50 letters and digits are expected, such as 4JH86294D6297924G.");
        }
        else if (Environment == PayPalEnvironment.Live && WebhookId == SimulatorWebhookId)
        {
            failures.Add("WebhookId is WEBHOOK_ID, under which anyone can have the simulator sign. Use it with the sandbox only.");
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
