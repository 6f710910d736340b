using CoinMoebius.Sdk.Http;
using CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;

namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness;

/// <summary>
/// The settings of a webhook subscription. Sources: docs.cdp.coinbase.com/coinbase-business/checkout-apis/webhooks and …/sandbox;
/// github.com/coinbase/cdp-sdk, openapi.yaml.
/// </summary>
public sealed record CoinbaseBusinessWebhookSettings : ApiModel
{
    private const string SandboxLabel = "sandbox";
    private const string True = "true";
    private const int MaxLabels = 20;

    // Coinbase adds this to responses; callers cannot set it.
    private const string UserLabel = "user_uuid";

    /// <summary>The shop's webhook address, for example <c>https://shop.example/webhooks/coinbase-business</c>. Must be https.</summary>
    public required Uri Url { get; init; }

    /// <summary>The events to deliver. The five of <see cref="CoinbaseBusinessEventTypes"/> by default.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } =
    [
        CoinbaseBusinessEventTypes.CheckoutPaymentSuccess, CoinbaseBusinessEventTypes.CheckoutPaymentFailed,
        CoinbaseBusinessEventTypes.CheckoutPaymentExpired, CoinbaseBusinessEventTypes.CheckoutRefundSuccess,
        CoinbaseBusinessEventTypes.CheckoutRefundFailed,
    ];

    /// <summary>A description for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Whether Coinbase delivers events; true by default.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>
    /// True to receive events of sandbox checkouts only, for which Coinbase requires the label <c>sandbox</c>. False by default.
    /// </summary>
    public bool Sandbox { get; init; }

    /// <summary>Further headers that Coinbase sends with each delivery and signs. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The labels that delivered events must have, at most 20 including that of <see cref="Sandbox"/>. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Returns the settings of a subscription for an update, which replaces all of them.</summary>
    internal static CoinbaseBusinessWebhookSettings Of(CoinbaseBusinessWebhookSubscription subscription)
    {
        var url = subscription.Target?.Url
            ?? throw new InvalidOperationException("The subscription has no usable address. Create settings with your own Url.");
        return new()
        {
            Url = url,
            EventTypes = subscription.EventTypes ?? [],
            Description = subscription.Description,
            IsEnabled = subscription.IsEnabled ?? true,
            Sandbox = IsSandbox(subscription.Labels),
            Headers = subscription.Target.Headers,
            Labels = subscription.Labels?.Where(static label => label.Key is not (SandboxLabel or UserLabel))
                .ToDictionary(static label => label.Key, static label => label.Value, StringComparer.Ordinal),
        };
    }

    internal static bool IsSandbox(IReadOnlyDictionary<string, string>? labels) =>
        labels is not null && labels.TryGetValue(SandboxLabel, out var value) && value == True;

    internal Dictionary<string, string> AllLabels()
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in Labels ?? new Dictionary<string, string>())
        {
            labels[label.Key] = label.Value;
        }

        if (Sandbox)
        {
            labels[SandboxLabel] = True;
        }

        return labels;
    }

    internal void Validate(string parameterName)
    {
        Require(
            Url is { IsAbsoluteUri: true, UserInfo: "", Fragment: "" } && Url.Scheme == Uri.UriSchemeHttps,
            $"{nameof(Url)} must be an https address that Coinbase can reach, without user info and fragment.");
        Require(
            EventTypes is { Count: > 0 } && EventTypes.All(static type => OptionsFailures.IsHeaderToken(type)),
            $"{nameof(EventTypes)} must name at least one event, for example {CoinbaseBusinessEventTypes.CheckoutPaymentSuccess}. Leave it out for all checkout events.");
        Require(
            Headers?.All(static header => IsHeader(header)) ?? true,
            $"{nameof(Headers)} holds an invalid header: names consist of letters, digits, dashes and underscores, values of visible ASCII and spaces without a full stop, since full stops separate the values that Coinbase signs.");
        Require(
            AllLabels() is var labels && labels.Count <= MaxLabels && labels.All(static label => !string.IsNullOrWhiteSpace(label.Key) && label.Value is not null),
            $"{nameof(Labels)} must be at most {MaxLabels}, each with a name and a value.");
        AdditionalMembers.RequireUnknown(AdditionalFields, CoinbaseBusinessJson.Default.WebhookSettingsBody, parameterName);

        void Require(bool condition, string message)
        {
            if (!condition)
            {
                throw new ArgumentException(message, parameterName);
            }
        }
    }

    private static bool IsHeader(KeyValuePair<string, string> header) =>
        header.Key is { Length: > 0 }
        && header.Key.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
        && header.Value is not null
        && header.Value.All(static c => c is >= ' ' and <= '~' and not '.');
}
