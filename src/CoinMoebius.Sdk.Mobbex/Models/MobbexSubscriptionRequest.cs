using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A request to create or change a plan. To change a plan, the client sends only the set members. Sources: the plugins and libraries that
/// Mobbex publishes.
/// </summary>
public sealed record MobbexSubscriptionRequest : ApiModel
{
    /// <summary>The amount of each charge in major units, with two decimals at most. Required to create.</summary>
    public decimal? Total { get; init; }

    /// <summary>The currency. Required to create: <c>ARS</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>The name. Required to create.</summary>
    public string? Name { get; init; }

    /// <summary>The description that payers see. Required to create.</summary>
    public string? Description { get; init; }

    /// <summary>One of <see cref="MobbexSubscriptionTypes"/>. Required to create.</summary>
    public string? Type { get; init; }

    /// <summary>The time between charges, one of <see cref="MobbexIntervals"/>. Required to create.</summary>
    public string? Interval { get; init; }

    /// <summary>The number of free periods at the start; none by default.</summary>
    public int? Trial { get; init; }

    /// <summary>The number of charges; 0 for no end.</summary>
    public int? Limit { get; init; }

    /// <summary>The one-time amount at the start, in major units.</summary>
    public decimal? SetupFee { get; init; }

    /// <summary>True for test mode; null uses <see cref="MobbexOptions.Test"/>.</summary>
    public bool? Test { get; init; }

    /// <summary>The features, from <see cref="MobbexFeatures"/>.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The address for notifications, as in <see cref="MobbexCheckoutRequest.Webhook"/>.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>The page to which the browser returns.</summary>
    [JsonPropertyName("return_url")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>The merchant's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The look of the page.</summary>
    public MobbexCheckoutOptions? Options { get; init; }

    /// <summary>True to share saved cards among the subscribers of one customer.</summary>
    public bool? Wallet { get; init; }
}
