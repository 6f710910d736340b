using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Providers.DodoPayments;

/// <summary>A session of the customer portal.</summary>
public sealed record DodoPaymentsPortalSession : ApiModel
{
    /// <summary>
    /// The page to send the customer to; checked to be one that a browser may be sent to. Whoever holds it is logged in as the customer:
    /// keep it out of logs.
    /// </summary>
    [JsonConverter(typeof(LenientPageJsonConverter))]
    public required Uri Link { get; init; }
}
