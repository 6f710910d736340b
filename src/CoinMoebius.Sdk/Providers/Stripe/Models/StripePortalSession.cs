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
    /// The page to redirect the buyer to; https, or http on a loopback address, and never null in an answer of the client. Whoever has it
    /// acts as this customer: hand it to the buyer only, and keep it out of logs.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? Url { get; init; }

    /// <summary>The customer, <c>cus_…</c>.</summary>
    public string? Customer { get; init; }

    /// <summary>The portal's configuration, <c>bpc_…</c>; null when it was expanded into an object.</summary>
    public string? Configuration { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    [JsonConverter(typeof(StripeTimeJsonConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>The part of the portal it leads to; null for all of it.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<StripePortalFlow>))]
    public StripePortalFlow? Flow { get; init; }

    /// <summary>False in test mode.</summary>
    public bool? Livemode { get; init; }

    /// <summary>The language, or null for the buyer's own.</summary>
    public string? Locale { get; init; }

    /// <summary>The connected account it is limited to, <c>acct_…</c>; or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Where the portal's link back leads; or null.</summary>
    public string? ReturnUrl { get; init; }
}
