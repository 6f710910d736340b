using System.Diagnostics;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>How <see cref="IMobbexClient"/> reaches Mobbex. Checked at start-up. Source: mobbex.dev/checkout.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MobbexOptions : ApiClientOptions
{
    private static readonly ApiDialect MobbexDialect =
        new(PaymentProvider.Mobbex, "Mobbex", "Check MobbexOptions.ApiKey and MobbexOptions.AccessToken.") { IsFailure = MobbexEnvelope.IsFailure };

    /// <summary>
    /// Creates options for <c>https://api.mobbex.com</c>. A white label of Mobbex has a host of its own: set
    /// <see cref="ApiClientOptions.BaseAddress"/> to it, without <c>/p</c>. An attempt may take 30 seconds, as in Mobbex's own libraries,
    /// and a call 60.
    /// </summary>
    public MobbexOptions()
        : base(new("https://api.mobbex.com")) => (AttemptTimeout, TotalTimeout) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));

    /// <summary>The application's key, sent as <c>x-api-key</c>. Required.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>The merchant's token, sent as <c>x-access-token</c>. Required, unless <see cref="ConnectOnly"/> is set.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AccessToken { get; set; }

    /// <summary>True for an application that has no token yet, since it only asks merchants for theirs. False unless set.</summary>
    public bool ConnectOnly { get; set; }

    /// <summary>
    /// True to create everything in test mode, where only test cards pay and money is called <c>TEST</c>. Mobbex has no separate host for
    /// it. False unless set; a request may say otherwise.
    /// </summary>
    public bool Test { get; set; }

    /// <summary>The language of texts in answers, sent as <c>x-lang</c>. <c>es</c> unless set; null to send none.</summary>
    public string? Language { get; set; } = "es";

    /// <summary>The software that calls, sent as <c>x-ecommerce-agent</c>: for example <c>Shop/1.2</c>. None unless set.</summary>
    public string? EcommerceAgent { get; set; }

    /// <summary>
    /// Other spellings for JSON names that the documentation shows without their capitals, so that this SDK infers them: from the name it
    /// sends to the one to send instead. It can hold <c>travel</c>, <c>travelDate</c>, <c>originData</c>, <c>destinationData</c>,
    /// <c>passengers</c>, <c>identificationType</c>, <c>routing</c>, <c>birthDate</c>, <c>closeOrReturnOnResult</c>, <c>showWallet</c> and
    /// <c>refundFee</c>. Empty unless set.
    /// </summary>
    public IDictionary<string, string> FieldNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal override ApiDialect Dialect => MobbexDialect;

    /// <summary>The address and mode. Keys never print.</summary>
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
                $"FieldNames holds \"{name.Key}\". It can only give another spelling for one of: {string.Join(", ", MobbexFieldNames.Inferred)}.");
        }
    }
}
