using System.Text.Json;
using System.Text.Json.Serialization;
using CoinMoebius.Sdk.Http;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>A payer of a subscription. Sources: mobbex.dev/suscriptores and mobbex.dev/suscripciones-con-wallet.</summary>
public sealed record MobbexSubscriber : ApiModel
{
    /// <summary>The id.</summary>
    public string? Uid { get; init; }

    /// <summary>Your reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Your reference of the customer; or null.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>Where the subscriber stands, for example <see cref="MobbexSubscriptionStatuses.Active"/>; or null.</summary>
    public string? Status { get; init; }

    /// <summary>The amount of each charge, in major units.</summary>
    public decimal? Total { get; init; }

    /// <summary>True for the test mode.</summary>
    public bool? Test { get; init; }

    /// <summary>When the subscriber was made, in UTC.</summary>
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

    /// <summary>What is charged. The spelling of the name is inferred; or null.</summary>
    public JsonElement? ActiveSource { get; init; }

    /// <summary>The page where the payer enters a card; checked to be https, or http on a loopback address.</summary>
    public Uri? SourceUrl { get; init; }

    /// <summary>The page where the payer enters a second card; or null.</summary>
    public Uri? SecondarySourceUrl { get; init; }

    /// <summary>The page where the payer manages the subscription; or null.</summary>
    public Uri? SubscriberUrl { get; init; }
}
