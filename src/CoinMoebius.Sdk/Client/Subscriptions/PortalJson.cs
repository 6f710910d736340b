using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Client.Subscriptions;

/// <summary>The body of a request for a portal page.</summary>
internal sealed record PortalBody([property: JsonPropertyName("returnUrl")] string ReturnUrl);

[JsonSerializable(typeof(PortalBody))]
internal sealed partial class PortalJson : JsonSerializerContext;
