using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A plan that payers subscribe to. Source: mobbex.dev/suscripciones-con-wallet.</summary>
public sealed record MobbexSubscription : ApiModel
{
    /// <summary>The id.</summary>
    public string? Uid { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The description that payers see.</summary>
    public string? Description { get; init; }

    /// <summary>The status, for example <see cref="MobbexSubscriptionStatuses.Active"/>; or null.</summary>
    public string? Status { get; init; }

    /// <summary>One of <see cref="MobbexSubscriptionTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>One of <see cref="MobbexIntervals"/>.</summary>
    public string? Interval { get; init; }

    /// <summary>The amount of each charge, in major units.</summary>
    public decimal? Total { get; init; }

    /// <summary>The currency.</summary>
    [JsonConverter(typeof(MobbexCurrencyJsonConverter))]
    public MobbexCurrency? Currency { get; init; }

    /// <summary>The number of free periods at the start.</summary>
    public int? Trial { get; init; }

    /// <summary>The number of charges; 0 for no end.</summary>
    public int? Limit { get; init; }

    /// <summary>The one-time amount at the start, in major units.</summary>
    public decimal? SetupFee { get; init; }

    /// <summary>True in test mode.</summary>
    public bool? Test { get; init; }

    /// <summary>The merchant's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The page where payers sign up; always https, or http on a loopback address. Null when the response has no such address.</summary>
    public Uri? Url { get; init; }

    /// <summary>A shorter address of the same page; or null.</summary>
    [JsonPropertyName("shorten_url")]
    public Uri? ShortUrl { get; init; }

    /// <summary>The page to which the browser returns.</summary>
    [JsonPropertyName("return_url")]
    public string? ReturnUrl { get; init; }

    /// <summary>The address for notifications. It contains the token: do not show it.</summary>
    public string? Webhook { get; init; }
}
