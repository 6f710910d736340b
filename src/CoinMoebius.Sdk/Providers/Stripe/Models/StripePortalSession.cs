using System.Diagnostics;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.Stripe.Json;

namespace CoinMoebius.Sdk.Providers.Stripe;

/// <summary>A session of the customer portal. Source: docs.stripe.com/api/customer_portal/sessions/object.</summary>
public sealed record StripePortalSession : ApiModel
{
    /// <summary>The id, <c>bps_…</c>.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// The page to redirect the buyer to; https, or http on a loopback address, and never null in a response of the client. Anyone who has it
    /// acts as this customer: pass it only to the buyer, and keep it out of logs.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? Url { get; init; }

    /// <summary>The customer, <c>cus_…</c>.</summary>
    public string? Customer { get; init; }

    /// <summary>The portal's configuration, <c>bpc_…</c>; null when it was expanded into an object.</summary>
    public string? Configuration { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    [JsonConverter(typeof(StripeTimeJsonConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>The task that it is limited to; null for the whole portal.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<StripePortalFlow>))]
    public StripePortalFlow? Flow { get; init; }

    /// <summary>False in test mode.</summary>
    public bool? Livemode { get; init; }

    /// <summary>The language, or null for the buyer's own.</summary>
    public string? Locale { get; init; }

    /// <summary>The connected account that it is limited to, <c>acct_…</c>; or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The target of the portal's return link, or null.</summary>
    public string? ReturnUrl { get; init; }
}
