using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The options of <see cref="IMobbexClient"/>, validated at start-up. Source: mobbex.dev/checkout.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MobbexOptions : ApiClientOptions
{
    private static readonly ApiDialect MobbexDialect =
        new(PaymentProvider.Mobbex, "Mobbex", "Check MobbexOptions.ApiKey and MobbexOptions.AccessToken.") { IsFailure = MobbexEnvelope.IsFailure };

    /// <summary>
    /// Creates options for <c>https://api.mobbex.com</c>. A white label of Mobbex has its own host: set
    /// <see cref="ApiClientOptions.BaseAddress"/> to it, without <c>/p</c>. The time-out of an attempt is 30 seconds, as in Mobbex's own
    /// libraries, and that of a call 60 seconds.
    /// </summary>
    public MobbexOptions()
        : base(new("https://api.mobbex.com")) => (AttemptTimeout, TotalTimeout) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));

    /// <summary>The application's key, sent as <c>x-api-key</c>. Required.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>The merchant's token, sent as <c>x-access-token</c>. Required, unless <see cref="ConnectOnly"/> is set.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AccessToken { get; set; }

    /// <summary>True for an application that has no token yet, because it only requests merchants' tokens. The default is false.</summary>
    public bool ConnectOnly { get; set; }

    /// <summary>
    /// True to create everything in test mode, which accepts only test cards and uses the currency <c>TEST</c>. Mobbex has no separate host
    /// for it. The default is false; a request can override it.
    /// </summary>
    public bool Test { get; set; }

    /// <summary>The language of texts in responses, sent as <c>x-lang</c>. The default is <c>es</c>; null sends no language.</summary>
    public string? Language { get; set; } = "es";

    /// <summary>
    /// The name of the calling software, sent as <c>x-ecommerce-agent</c>, for example <c>Shop/1.2</c>. By default the client sends none.
    /// </summary>
    public string? EcommerceAgent { get; set; }

    /// <summary>
    /// Other spellings of JSON names that this SDK infers, because the documentation shows them without capitals. The key is the name that
    /// the SDK sends, and the value the name to send instead. Allowed keys are <c>travel</c>, <c>travelDate</c>, <c>originData</c>,
    /// <c>destinationData</c>, <c>passengers</c>, <c>identificationType</c>, <c>routing</c>, <c>birthDate</c>, <c>closeOrReturnOnResult</c>,
    /// <c>showWallet</c> and <c>refundFee</c>. Empty by default.
    /// </summary>
    public IDictionary<string, string> FieldNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal override ApiDialect Dialect => MobbexDialect;

    /// <summary>Returns the address and mode, never the keys.</summary>
    public override string ToString() => $"MobbexOptions {{ BaseAddress = {BaseAddress}, Test = {Test} }}";

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        request.Set(MobbexHeaders.ApiKey, ApiKey);
        if (!string.IsNullOrEmpty(AccessToken))
        {
            request.Set(MobbexHeaders.AccessToken, AccessToken!);
        }
    }

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(ApiKey),
            "ApiKey is missing or has spaces. Copy the application's key from the developers' portal of Mobbex.");
        failures.Require(
            OptionsFailures.IsHeaderToken(AccessToken) || (ConnectOnly && string.IsNullOrEmpty(AccessToken)),
            "AccessToken is missing or has spaces. Copy the merchant's token from the developers' portal of Mobbex, or set ConnectOnly to get it with Dev Connect.");
        failures.Require(
            Language is null || OptionsFailures.IsHeaderToken(Language),
            "Language is empty or has spaces. Set it to a code such as \"es\", or to null.");
        failures.Require(
            EcommerceAgent is null || (EcommerceAgent.Length > 0 && EcommerceAgent.All(static c => c is >= ' ' and <= '~')),
            "EcommerceAgent is empty or not plain ASCII. Set it to a text such as \"Shop/1.2\", or to null.");
        foreach (var name in FieldNames)
        {
            failures.Require(
                MobbexFieldNames.IsInferred(name.Key) && !string.IsNullOrWhiteSpace(name.Value),
                $"FieldNames holds \"{name.Key}\". The key must be one of: {string.Join(", ", MobbexFieldNames.Inferred)}.");
        }
    }
}
