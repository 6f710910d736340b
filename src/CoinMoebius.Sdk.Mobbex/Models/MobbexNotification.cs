using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex.Json;
using CoinMoebius.Sdk.Mobbex.Mapping;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>
/// A notification as Mobbex sent it: <see cref="MobbexCheckoutNotification"/>, <see cref="MobbexCheckoutExpiredNotification"/>,
/// <see cref="MobbexSubscriptionNotification"/> or <see cref="MobbexOtherNotification"/>. Source: mobbex.dev/webhooks.
/// </summary>
/// <remarks>
/// Nobody signs it. With <see cref="MobbexConfirmation.Reread"/> the body of an event holds what Mobbex answered, and nothing that was sent.
/// With <see cref="MobbexConfirmation.TokenOnly"/>, and in a body that no verifier has seen, all but the reference is what the sender claims.
/// </remarks>
public abstract record MobbexNotification : ApiModel
{
    private protected MobbexNotification()
    {
    }

    /// <summary>What it is about, for example <see cref="MobbexEventTypes.Checkout"/>; empty when it does not say.</summary>
    public string Type { get; init; } = "";

    /// <summary>Reads the notification that an event was made of.</summary>
    /// <param name="webhookEvent">An event of Mobbex.</param>
    /// <exception cref="ArgumentException">The event is another provider's, or its body is no notification.</exception>
    public static MobbexNotification Read(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return webhookEvent.Provider == PaymentProvider.Mobbex
            ? Parse(webhookEvent.RawBody)
            : throw new ArgumentException($"The event is one of {webhookEvent.Provider}.", nameof(webhookEvent));
    }

    /// <summary>Reads a notification, JSON or form.</summary>
    /// <param name="body">The body as received.</param>
    /// <exception cref="ArgumentException">It is neither a JSON object nor a form that can be read.</exception>
    public static MobbexNotification Parse(ReadOnlyMemory<byte> body)
    {
        using var document = NotificationBody.ToJson(body, contentType: null) is { } json ? EventMapping.Parse(json) : null;
        try
        {
            if (document is { RootElement: { ValueKind: JsonValueKind.Object } root })
            {
                return Create(root) with { AdditionalFields = Rest(root, "type", "data") };
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ArgumentException("The body is no notification of Mobbex.", nameof(body), exception);
        }

        throw new ArgumentException("The body is no notification of Mobbex: neither a JSON object nor a form.", nameof(body));
    }

    private static MobbexNotification Create(JsonElement root)
    {
        var type = root.At("type").Text() ?? "";
        var data = root.At("data");
        return type switch
        {
            MobbexEventTypes.Checkout or MobbexEventTypes.PaymentOrder =>
                new MobbexCheckoutNotification { Type = type, Data = Model(data, MobbexJson.Default.MobbexOperation) ?? new() },
            MobbexEventTypes.CheckoutExpired => new MobbexCheckoutExpiredNotification
            {
                Type = type,
                Checkout = Model(data.At("checkout"), MobbexJson.Default.MobbexOperationCheckout) ?? new(),
                LastAttempt = Model(data.At("data"), MobbexJson.Default.MobbexOperation),
                StatusCode = MobbexEventMapper.CodeOf(data),
            },
            _ when type.StartsWith("subscription:", StringComparison.Ordinal) => Subscription(type, data),
            _ => new MobbexOtherNotification { Type = type, Data = data.Exists() ? data.Clone() : null },
        };
    }

    private static MobbexSubscriptionNotification Subscription(string type, JsonElement data)
    {
        var node = SubscriptionNode.Of(data);
        var execution = data.At("execution");
        return new()
        {
            Type = type,
            ContextStatus = data.At("context", "status").Text(),
            Subscription = Model(node.Subscription, MobbexJson.Default.MobbexSubscription),
            Subscriber = Model(node.Subscriber, MobbexJson.Default.MobbexSubscriber),
            ExecutionUid = execution.At("uid").TextOrNumber(),
            ExecutionReference = execution.At("reference").TextOrNumber(),
            ExecutionTotal = execution.At("total").Decimal(),
            Data = Model(data, MobbexJson.Default.MobbexOperation) ?? new(),
        };
    }

    private static T? Model<T>(JsonElement element, JsonTypeInfo<T> json)
        where T : class =>
        element.ValueKind == JsonValueKind.Object ? element.Deserialize(json) : null;

    private static Dictionary<string, JsonElement>? Rest(JsonElement root, params string[] known)
    {
        Dictionary<string, JsonElement>? rest = null;
        foreach (var member in root.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                (rest ??= [])[member.Name] = member.Value.Clone();
            }
        }

        return rest;
    }
}

/// <summary>A payment of a checkout was tried or changed its state (<c>checkout</c>), or one of a payment order (<c>payment_order</c>).</summary>
public sealed record MobbexCheckoutNotification : MobbexNotification
{
    /// <summary>The operation.</summary>
    public required MobbexOperation Data { get; init; }
}

/// <summary>The time of a checkout passed (<c>checkout:expired</c>). Release what you hold for it. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexCheckoutExpiredNotification : MobbexNotification
{
    /// <summary>The checkout, with its items.</summary>
    public required MobbexOperationCheckout Checkout { get; init; }

    /// <summary>The last attempt to pay, which failed; null when there was none.</summary>
    public MobbexOperation? LastAttempt { get; init; }

    /// <summary>The status of the checkout, <see cref="MobbexStatusCode.Expired"/>; null when it cannot be read.</summary>
    public MobbexStatusCode? StatusCode { get; init; }
}

/// <summary>Something happened to a subscriber (<c>subscription:…</c>).</summary>
public sealed record MobbexSubscriptionNotification : MobbexNotification
{
    /// <summary>The outcome of a registration, <c>success</c> for a good one; null elsewhere.</summary>
    public string? ContextStatus { get; init; }

    /// <summary>The plan; or null.</summary>
    public MobbexSubscription? Subscription { get; init; }

    /// <summary>Who signed up for it; or null.</summary>
    public MobbexSubscriber? Subscriber { get; init; }

    /// <summary>The id of the charge; or null.</summary>
    public string? ExecutionUid { get; init; }

    /// <summary>The reference of the charge; or null.</summary>
    public string? ExecutionReference { get; init; }

    /// <summary>The amount of the charge in major units; or null.</summary>
    public decimal? ExecutionTotal { get; init; }

    /// <summary>The payment and what stands beside it; the nodes above are in its <see cref="ApiModel.AdditionalFields"/> too.</summary>
    public required MobbexOperation Data { get; init; }
}

/// <summary>A notification of a type this SDK does not know.</summary>
public sealed record MobbexOtherNotification : MobbexNotification
{
    /// <summary>What it holds; or null.</summary>
    public JsonElement? Data { get; init; }
}
