using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.PayPal;

/// <summary>
/// How <see cref="IPayPalTokenClient"/> reaches PayPal. Validated at start-up. Source: https://developer.paypal.com/api/rest/authentication/.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PayPalTokenOptions : ApiClientOptions
{
    private static readonly Uri Live = new("https://api-m.paypal.com");
    private static readonly Uri Sandbox = new("https://api-m.sandbox.paypal.com");
    private static readonly ApiDialect PayPalDialect = new(PaymentProvider.PayPal, "PayPal", "Check ClientId, ClientSecret and Environment.");

    /// <summary>Creates options for <c>https://api-m.paypal.com</c>.</summary>
    public PayPalTokenOptions()
        : base(Live)
    {
    }

    /// <summary>The client id of the REST app, from "Apps &amp; Credentials" in the developer dashboard. Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret of the REST app, from the same page. Required; live and sandbox have one each.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// Live by default. It also sets <see cref="ApiClientOptions.BaseAddress"/>, unless you have set that to another address.
    /// </summary>
    public PayPalEnvironment Environment
    {
        get;
        set
        {
            field = value;
            ChooseHost(Live, Sandbox, value == PayPalEnvironment.Sandbox);
        }
    }

    internal override ApiDialect Dialect => PayPalDialect;

    /// <summary>Returns the client id, environment and address, without the secret.</summary>
    public override string ToString() => $"PayPalTokenOptions {{ ClientId = {ClientId}, Environment = {Environment}, BaseAddress = {BaseAddress} }}";

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}")));

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(ClientId), "ClientId is missing or has spaces. Copy it whole from the REST app in the developer dashboard.");
        failures.Require(
            OptionsFailures.IsHeaderToken(ClientSecret),
            "ClientSecret is missing or has spaces. Copy it whole from the REST app in the developer dashboard.");
        failures.Require(
            Environment is PayPalEnvironment.Live or PayPalEnvironment.Sandbox, $"Environment is {Environment}; it must be live or sandbox.");
    }
}
