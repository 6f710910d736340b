using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A payer of a subscription. Sources: mobbex.dev/suscriptores and mobbex.dev/suscripciones-con-wallet.</summary>
public sealed record MobbexSubscriber : ApiModel
{
    /// <summary>The id.</summary>
    public string? Uid { get; init; }

    /// <summary>The merchant's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's reference of the customer; or null.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>The status of the subscriber, for example <see cref="MobbexSubscriptionStatuses.Active"/>; or null.</summary>
    public string? Status { get; init; }

    /// <summary>The amount of each charge, in major units.</summary>
    public decimal? Total { get; init; }

    /// <summary>True in test mode.</summary>
    public bool? Test { get; init; }

    /// <summary>The time of creation, in UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The subscription; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexSubscription>))]
    public MobbexSubscription? Subscription { get; init; }

    /// <summary>The customer; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexCustomer>))]
    public MobbexCustomer? Customer { get; init; }

    /// <summary>The day of the first charge; or null.</summary>
    [JsonConverter(typeof(LenientObjectJsonConverter<MobbexDate>))]
    public MobbexDate? StartDate { get; init; }

    /// <summary>The card or account that is charged; or null. The spelling of the name is inferred.</summary>
    public JsonElement? ActiveSource { get; init; }

    /// <summary>The page where the payer enters a card; always https, or http on a loopback address.</summary>
    public Uri? SourceUrl { get; init; }

    /// <summary>The page where the payer enters a second card; or null.</summary>
    public Uri? SecondarySourceUrl { get; init; }

    /// <summary>The page where the payer manages the subscription; or null.</summary>
    public Uri? SubscriberUrl { get; init; }
}
