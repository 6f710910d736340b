using System.Diagnostics;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.NowPayments;

/// <summary>Which NOWPayments an account belongs to: the sandbox has accounts and keys of its own.</summary>
public enum NowPaymentsEnvironment
{
    /// <summary>The real one. The default.</summary>
    Live = 0,

    /// <summary>The sandbox, where no money moves.</summary>
    Sandbox = 1,
}

/// <summary>
/// How <see cref="INowPaymentsClient"/> reaches NOWPayments. Checked at start-up. Source:
/// https://documenter.getpostman.com/view/7907941/S1a32n38 and, of the sandbox, https://documenter.getpostman.com/view/7907941/T1LSCRHC.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class NowPaymentsOptions : ApiClientOptions
{
    private static readonly Uri Live = new("https://api.nowpayments.io");
    private static readonly Uri Sandbox = new("https://api-sandbox.nowpayments.io");
    private static readonly ApiDialect NowPaymentsDialect = new("NOWPayments", "Check NowPaymentsOptions.ApiKey and Environment.");

    /// <summary>Creates options for <c>https://api.nowpayments.io</c>.</summary>
    public NowPaymentsOptions()
        : base(Live)
    {
    }

    /// <summary>
    /// The API key, from the dashboard's store settings; sent as <c>x-api-key</c>. Required; for servers only. It is not the IPN secret, and
    /// a payment can be read with the key it was created with only.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Live by default. It sets <see cref="ApiClientOptions.BaseAddress"/> too, unless that was set to an address of your own.
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

    /// <summary>The environment and address. The key never prints.</summary>
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
