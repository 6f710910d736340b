using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>A session of the customer portal.</summary>
public sealed record DodoPaymentsPortalSession : ApiModel
{
    /// <summary>
    /// The page for the customer; the SDK has checked that a browser may be redirected there. Anyone who has the address is logged in as the
    /// customer: keep it out of logs.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public required Uri Link { get; init; }
}
