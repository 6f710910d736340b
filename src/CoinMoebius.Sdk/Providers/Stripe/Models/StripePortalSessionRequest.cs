using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Stripe.Json;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// A request for a session of the customer portal. It includes <see cref="ApiModel.AdditionalFields"/>. Source:
/// docs.stripe.com/api/customer_portal/sessions/create.
/// </summary>
public sealed record StripePortalSessionRequest : ApiModel
{
    /// <summary>
    /// The Stripe customer, <c>cus_…</c>. Take it from your own records of the signed-in buyer, never from the request: anyone who gets the
    /// session acts as that customer.
    /// </summary>
    public required string Customer { get; init; }

    /// <summary>The target of the portal's return link: https, or http on a loopback address. That of the configuration by default.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? ReturnUrl { get; init; }

    /// <summary>The portal's configuration, <c>bpc_…</c>, which defines what the buyer may do there. Null uses the account's default.</summary>
    public string? Configuration { get; init; }

    /// <summary>The language as an IETF tag that Stripe knows, for example <c>de</c> or <c>en-GB</c>. The buyer's own by default.</summary>
    public string? Locale { get; init; }

    /// <summary>A connected account, <c>acct_…</c>: the portal shows only its data, under its brand. None by default.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The single task to limit the session to; the whole portal by default.</summary>
    public StripePortalFlow? FlowData { get; init; }

    internal void Validate(string parameterName)
    {
        StripeChecks.Required(Customer, nameof(Customer), "the id of a Stripe customer, cus_…", parameterName);
        SafeUrls.RequirePage(ReturnUrl, nameof(ReturnUrl), parameterName);
        FlowData?.Validate(parameterName);
    }
}
