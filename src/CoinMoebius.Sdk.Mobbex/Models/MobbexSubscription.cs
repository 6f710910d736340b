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

    /// <summary>What payers read.</summary>
    public string? Description { get; init; }

    /// <summary>Where it stands, for example <see cref="MobbexSubscriptionStatuses.Active"/>; or null.</summary>
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

    /// <summary>The free periods at the start.</summary>
    public int? Trial { get; init; }

    /// <summary>The number of charges; 0 for no end.</summary>
    public int? Limit { get; init; }

    /// <summary>What is charged once at the start, in major units.</summary>
    public decimal? SetupFee { get; init; }

    /// <summary>True for the test mode.</summary>
    public bool? Test { get; init; }

    /// <summary>Your reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The page where payers sign up; checked to be https, or http on a loopback address. Null when there is no such address.</summary>
    public Uri? Url { get; init; }

    /// <summary>A shorter address of the same page; or null.</summary>
    [JsonPropertyName("shorten_url")]
    public Uri? ShortUrl { get; init; }

    /// <summary>Where the browser returns to.</summary>
    [JsonPropertyName("return_url")]
    public string? ReturnUrl { get; init; }

    /// <summary>Where notifications go. Holds the token of the address: do not show it.</summary>
    public string? Webhook { get; init; }
}
