namespace CoinMoebius.Sdk.AspNetCore;

/// <summary>How the webhook endpoint responds. The endpoint reads the options for each delivery.</summary>
public sealed class WebhookEndpointOptions
{
    /// <summary>
    /// The largest body that the endpoint accepts from any provider, in bytes; for a larger one it responds 413. 1 MiB by default: no
    /// provider sends more. A provider's own <see cref="Webhooks.WebhookOptions.MaxBodySize"/> may be lower. This limit replaces the server's
    /// limit for this endpoint.
    /// </summary>
    public long MaxBodySize { get; set; } = 1024 * 1024;

    /// <summary>
    /// The value of the <c>Retry-After</c> header of a 503, rounded up to whole seconds. 30 seconds by default.
    /// </summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    internal static bool IsValid(WebhookEndpointOptions options) =>
        options.MaxBodySize is > 0 and <= int.MaxValue / 2 && options.RetryAfter >= TimeSpan.Zero;
}
