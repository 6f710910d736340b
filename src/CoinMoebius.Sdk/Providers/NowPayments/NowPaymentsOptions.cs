using System.Diagnostics;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>The environment that an account belongs to. The sandbox has separate accounts and keys.</summary>
public enum NowPaymentsEnvironment
{
    /// <summary>Live mode, with real money. The default.</summary>
    Live = 0,

    /// <summary>The sandbox, where no money moves.</summary>
    Sandbox = 1,
}

/// <summary>
/// How <see cref="INowPaymentsClient"/> reaches NOWPayments. Validated at start-up. Source:
/// https://documenter.getpostman.com/view/7907941/S1a32n38 and, for the sandbox, https://documenter.getpostman.com/view/7907941/T1LSCRHC.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class NowPaymentsOptions : ApiClientOptions
{
    private static readonly Uri Live = new("https://api.nowpayments.io");
    private static readonly Uri Sandbox = new("https://api-sandbox.nowpayments.io");
    private static readonly ApiDialect NowPaymentsDialect = new(PaymentProvider.NowPayments, "NOWPayments", "Check NowPaymentsOptions.ApiKey and Environment.");

    /// <summary>Creates options for <c>https://api.nowpayments.io</c>.</summary>
    public NowPaymentsOptions()
        : base(Live)
    {
    }

    /// <summary>
    /// The API key, from the dashboard's store settings; sent as <c>x-api-key</c>. Required; for servers only. It is not the IPN secret. Only
    /// the key that created a payment can read it.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Live by default. It also sets <see cref="ApiClientOptions.BaseAddress"/>, unless you have set that to another address.
    /// </summary>
    public NowPaymentsEnvironment Environment
    {
        get;
        set
        {
            field = value;
            ChooseHost(Live, Sandbox, value == NowPaymentsEnvironment.Sandbox);
        }
    }

    internal override ApiDialect Dialect => NowPaymentsDialect;

    /// <summary>Returns the environment and address, without the key.</summary>
    public override string ToString() => $"NowPaymentsOptions {{ Environment = {Environment}, BaseAddress = {BaseAddress} }}";

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body) =>
        request.Set("x-api-key", ApiKey);

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(ApiKey), "ApiKey is missing or has spaces. Copy it whole from the dashboard's store settings.");
        failures.Require(
            Environment is NowPaymentsEnvironment.Live or NowPaymentsEnvironment.Sandbox,
            $"Environment is {Environment}; it must be live or sandbox.");
    }
}
