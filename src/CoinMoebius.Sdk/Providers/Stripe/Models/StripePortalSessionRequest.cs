using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Stripe.Json;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>
/// Asks for a session of the customer portal. <see cref="ApiModel.AdditionalFields"/> are sent along. Source:
/// docs.stripe.com/api/customer_portal/sessions/create.
/// </summary>
public sealed record StripePortalSessionRequest : ApiModel
{
    /// <summary>
    /// The Stripe customer, <c>cus_…</c>. Take it from your own records of the buyer who is signed in, never from the request: whoever
    /// gets the session acts as that customer.
    /// </summary>
    public required string Customer { get; init; }

    /// <summary>Where the portal's link back leads: https, or http on a loopback address. That of the configuration by default.</summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public Uri? ReturnUrl { get; init; }

    /// <summary>The portal's configuration, <c>bpc_…</c>: what the buyer may do there. The account's default by default.</summary>
    public string? Configuration { get; init; }

    /// <summary>The language as an IETF tag that Stripe knows, for example <c>de</c> or <c>en-GB</c>. The buyer's own by default.</summary>
    public string? Locale { get; init; }

    /// <summary>A connected account, <c>acct_…</c>: only its subscriptions and invoices show, under its brand. None by default.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>One task to lead the buyer to; the whole portal by default.</summary>
    public StripePortalFlow? FlowData { get; init; }

    internal void Validate(string parameterName)
    {
        StripeChecks.Required(Customer, nameof(Customer), "the id of a Stripe customer, cus_…", parameterName);
        StripeChecks.Page(ReturnUrl, nameof(ReturnUrl), parameterName);
        FlowData?.Validate(parameterName);
    }
}
