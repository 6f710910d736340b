using System.Diagnostics;
using CoinMoebius.Sdk.Coinflow.Json;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Coinflow;

/// <summary>The environment of an account. Each environment rejects the other's keys.</summary>
public enum CoinflowEnvironment
{
    /// <summary>The live environment. The default.</summary>
    Live = 0,

    /// <summary>The sandbox, where no money moves.</summary>
    Sandbox = 1,
}

/// <summary>The options of <see cref="ICoinflowClient"/>, which are validated at start-up. Source: https://docs.coinflow.cash.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CoinflowOptions : ApiClientOptions
{
    private const string SandboxKeyPrefix = "coinflow_sandbox_";

    private static readonly Uri Live = new("https://api.coinflow.cash/api");
    private static readonly Uri Sandbox = new("https://api-sandbox.coinflow.cash/api");
    private static readonly ApiDialect Coinflow = new(PaymentProvider.Coinflow, "Coinflow", "Check CoinflowOptions.ApiKey and Environment; in a payer's calls, the payer's session.")
    {
        CreateException = CoinflowErrors.Create,
    };

    /// <summary>Creates options for <c>https://api.coinflow.cash/api</c>.</summary>
    public CoinflowOptions()
        : base(Live)
    {
    }

    /// <summary>
    /// The merchant's API key, from the dashboard. Required; for servers only. The client sends it only to
    /// <see cref="ApiClientOptions.BaseAddress"/>, and not in the calls of a payer's session.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>The merchant's id, as in the dashboard. Required.</summary>
    public string MerchantId { get; set; } = "";

    /// <summary>
    /// Live unless set. It sets <see cref="ApiClientOptions.BaseAddress"/> too, unless that was set to an address of your own, such as a
    /// simulator's.
    /// </summary>
    public CoinflowEnvironment Environment
    {
        get;
        set
        {
            field = value;
            ChooseHost(Live, Sandbox, value == CoinflowEnvironment.Sandbox);
        }
    }

    internal override ApiDialect Dialect => Coinflow;

    /// <summary>Returns the merchant, environment and address, without the key.</summary>
    public override string ToString() =>
        $"CoinflowOptions {{ MerchantId = {MerchantId}, Environment = {Environment}, BaseAddress = {BaseAddress} }}";

    // The key is the whole value, without a scheme.
    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body) =>
        request.Set("Authorization", ApiKey);

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(ApiKey),
            "ApiKey is missing or has spaces. Copy it whole from the merchant dashboard, without \"Bearer\".");
        failures.Require(
            SafeUrls.IsPathSegment(MerchantId), "MerchantId is empty or invalid. Set it to the merchant's id from the dashboard.");
        failures.Require(
            Environment is CoinflowEnvironment.Live or CoinflowEnvironment.Sandbox,
            $"Environment is {Environment}; it must be live or sandbox.");
        failures.Require(
            Environment == CoinflowEnvironment.Sandbox || ApiKey?.StartsWith(SandboxKeyPrefix, StringComparison.Ordinal) is not true,
            "ApiKey is a sandbox key, but Environment is Live. Set Environment to Sandbox, or use the live key.");
    }
}
