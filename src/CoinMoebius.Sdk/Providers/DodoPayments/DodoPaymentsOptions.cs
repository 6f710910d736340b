using System.Diagnostics;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>The environment that a key belongs to. Each environment rejects the keys of the other.</summary>
public enum DodoPaymentsEnvironment
{
    /// <summary>Live mode, with real money. The default.</summary>
    Live = 0,

    /// <summary>Test mode, where no money moves.</summary>
    Test = 1,
}

/// <summary>
/// How <see cref="IDodoPaymentsClient"/> reaches Dodo Payments' API. Create keys in the dashboard (Developer → API). Validated at
/// start-up. Source: docs.dodopayments.com/api-reference/introduction.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DodoPaymentsOptions : ApiClientOptions
{
    private static readonly Uri Live = new("https://live.dodopayments.com");
    private static readonly Uri Test = new("https://test.dodopayments.com");
    private static readonly ApiDialect Dodo = new(PaymentProvider.DodoPayments, "Dodo Payments", "Check DodoPaymentsOptions.ApiKey and Environment: test keys work in test mode only.");

    /// <summary>Creates options for <c>https://live.dodopayments.com</c>.</summary>
    public DodoPaymentsOptions()
        : base(Live)
    {
    }

    /// <summary>The API key, from the dashboard. Required; for servers only. It is not the secret of the webhooks.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Live by default. It also sets <see cref="ApiClientOptions.BaseAddress"/>, unless you have set that to another address.
    /// </summary>
    public DodoPaymentsEnvironment Environment
    {
        get;
        set
        {
            field = value;
            ChooseHost(Live, Test, value == DodoPaymentsEnvironment.Test);
        }
    }

    internal override ApiDialect Dialect => Dodo;

    /// <summary>Returns the environment and address, without the key.</summary>
    public override string ToString() => $"DodoPaymentsOptions {{ Environment = {Environment}, BaseAddress = {BaseAddress} }}";

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body) =>
        request.Set("Authorization", "Bearer " + ApiKey);

    internal override void Validate(List<string> failures)
    {
        failures.Require(
            OptionsFailures.IsHeaderToken(ApiKey),
            "ApiKey is missing or has spaces. Copy it whole from the dashboard (Developer → API), without \"Bearer\".");
        failures.Require(
            Environment is DodoPaymentsEnvironment.Live or DodoPaymentsEnvironment.Test,
            $"Environment is {(int)Environment}; it must be Live or Test.");
    }
}
