namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>How the webhook endpoint answers. Read anew for each delivery.</summary>
public sealed class WebhookEndpointOptions
{
    /// <summary>
    /// The largest body accepted from any provider, in bytes; a larger one is answered 413 and not read. 1 MiB unless set: no provider
    /// sends more. A provider's own <see cref="Webhooks.WebhookOptions.MaxBodySize"/> may be lower. Replaces the limit of the server for this
    /// endpoint.
    /// </summary>
    public long MaxBodySize { get; set; } = 1024 * 1024;

    /// <summary>
    /// When a provider is told to come again after a 503, in the <c>Retry-After</c> header, in whole seconds. 30 seconds unless set.
    /// </summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    internal static bool IsValid(WebhookEndpointOptions options) =>
        options.MaxBodySize is > 0 and <= int.MaxValue / 2 && options.RetryAfter >= TimeSpan.Zero;
}
