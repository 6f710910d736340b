using System.Text.Json.Serialization;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A plan that payers subscribe to, to create or to change. To change one, only what is set is sent. Sources: the plugins and libraries
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

    /// <summary>What payers read. Required to create.</summary>
    public string? Description { get; init; }

    /// <summary>One of <see cref="MobbexSubscriptionTypes"/>. Required to create.</summary>
    public string? Type { get; init; }

    /// <summary>The time between charges, one of <see cref="MobbexIntervals"/>. Required to create.</summary>
    public string? Interval { get; init; }

    /// <summary>The free periods at the start; none unless set.</summary>
    public int? Trial { get; init; }

    /// <summary>The number of charges; 0 for no end.</summary>
    public int? Limit { get; init; }

    /// <summary>What is charged once at the start, in major units.</summary>
    public decimal? SetupFee { get; init; }

    /// <summary>True for the test mode; null for what <see cref="MobbexOptions.Test"/> says.</summary>
    public bool? Test { get; init; }

    /// <summary>Any of <see cref="MobbexFeatures"/>.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Where notifications go, as in <see cref="MobbexCheckoutRequest.Webhook"/>.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Where the browser returns to.</summary>
    [JsonPropertyName("return_url")]
    public Uri? ReturnUrl { get; init; }

    /// <summary>Your reference.</summary>
    public string? Reference { get; init; }

    /// <summary>How the page looks.</summary>
    public MobbexCheckoutOptions? Options { get; init; }

    /// <summary>True to share saved cards among the subscribers of one customer.</summary>
    public bool? Wallet { get; init; }
}
