using System.Diagnostics;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// How <see cref="IStripePortalClient"/> reaches Stripe. Keys are in the dashboard under Developers, API keys; test-mode keys access test
/// data. Validated at start-up. Source: docs.stripe.com/keys.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class StripePortalOptions : ApiClientOptions
{
    private static readonly ApiDialect StripeDialect = new(PaymentProvider.Stripe, "Stripe", "Check StripePortalOptions.ApiKey.") { RequestIdHeader = "Request-Id" };

    /// <summary>Creates options for <c>https://api.stripe.com</c>.</summary>
    public StripePortalOptions()
        : base(new("https://api.stripe.com"))
    {
    }

    /// <summary>
    /// A secret key (<c>sk_…</c>) or, better, a restricted key (<c>rk_…</c>) that may write customer portal sessions. Required. It is
    /// neither the publishable key of the browser nor the signing secret of the webhooks.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// The version of the API, sent as <c>Stripe-Version</c>, so that a change of the account's default has no effect here.
    /// <c>2026-07-29.dahlia</c> by default. Source: docs.stripe.com/api/versioning.
    /// </summary>
    public string ApiVersion { get; set; } = "2026-07-29.dahlia";

    internal override ApiDialect Dialect => StripeDialect;

    /// <summary>Returns the address and the version, without the key.</summary>
    public override string ToString() => $"StripePortalOptions {{ BaseAddress = {BaseAddress}, ApiVersion = {ApiVersion} }}";

    internal override void Authenticate(HttpRequestMessage request, ReadOnlyMemory<byte> body) =>
        request.Set("Authorization", "Bearer " + ApiKey);

    internal override void Validate(List<string> failures)
    {
        if (Starts(ApiKey, "pk_"))
        {
            failures.Add("ApiKey is a publishable key (pk_…), which is for browsers and not allowed for this call. Use a secret key (sk_…) or a restricted one (rk_…).");
        }
        else
        {
            failures.Require(
                OptionsFailures.IsHeaderToken(ApiKey) && (Starts(ApiKey, "sk_") || Starts(ApiKey, "rk_")),
                "ApiKey is missing, has spaces or is not an API key. Copy a secret key (sk_…) or a restricted one (rk_…) whole from Developers, API keys.");
        }

        failures.Require(
            OptionsFailures.IsHeaderToken(ApiVersion),
            "ApiVersion is missing or has spaces. Leave it out, or set it to a version such as 2026-07-29.dahlia.");
    }

    private static bool Starts(string? text, string prefix) => text?.StartsWith(prefix, StringComparison.Ordinal) is true;
}
