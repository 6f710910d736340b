namespace CoinMoebius.Sdk.Providers.CoinbaseBusiness.Json;

/// <summary>The body that creates or replaces a subscription.</summary>
internal sealed record WebhookSettingsBody : ApiModel
{
    public string? Description { get; init; }

    public IReadOnlyList<string>? EventTypes { get; init; }

    public bool? IsEnabled { get; init; }

    public TargetBody? Target { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public static WebhookSettingsBody Of(CoinbaseBusinessWebhookSettings settings) => new()
    {
        Description = settings.Description,
        EventTypes = settings.EventTypes,
        IsEnabled = settings.IsEnabled,
        Target = new() { Url = settings.Url.AbsoluteUri, Method = "POST", Headers = settings.Headers },
        // Some event families require the member, even when it is empty.
        Labels = settings.AllLabels(),
        AdditionalFields = settings.AdditionalFields,
    };

    internal sealed record TargetBody
    {
        public string? Url { get; init; }

        public string? Method { get; init; }

        public IReadOnlyDictionary<string, string>? Headers { get; init; }
    }
}
