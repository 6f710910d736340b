using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Providers.Square;

/// <summary>
/// How Square's webhooks are verified. Each secret is the signature key of a webhook subscription in the Developer Console, as displayed:
/// its characters are the key, without decoding. Two subscriptions with the same URL have two keys: list both.
/// </summary>
public sealed class SquareWebhookOptions : WebhookOptions
{
    /// <summary>
    /// The notification URL of the webhook subscription, character for character as the Developer Console shows it. Required: Square
    /// signs it before the body, and behind a proxy the server sees another URL, so the verifier never takes it from the request. Any
    /// difference counts: scheme, case of the host, port, a slash at the end, the query.
    /// </summary>
    public string NotificationUrl { get; set; } = "";

    private protected override bool NamesOwner => true;

    /// <inheritdoc/>
    protected internal override void Validate(ICollection<string> failures)
    {
        base.Validate(failures);
        if (string.IsNullOrWhiteSpace(NotificationUrl))
        {
            failures.Add("NotificationUrl is empty. Copy the webhook subscription's notification URL from Square's Developer Console: the signature covers it.");
        }
        else if (!IsHttpUrl(NotificationUrl))
        {
            failures.Add("NotificationUrl must be an absolute http or https URL without blanks, for example https://shop.example/webhooks/square.");
        }
    }

    // Uri trims blanks, which would be part of the signed text.
    private static bool IsHttpUrl(string text) =>
        !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SquareWebhookOptions))]
internal sealed partial class SquareWebhookOptionsJson : JsonSerializerContext;
