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
/// It is not signed. With <see cref="MobbexConfirmation.Reread"/> the body of an event holds only Mobbex's response, nothing from the sender.
/// With <see cref="MobbexConfirmation.TokenOnly"/>, everything but the reference is the sender's claim; in an unverified body, everything is.
/// </remarks>
public abstract record MobbexNotification : ApiModel
{
    private protected MobbexNotification()
    {
    }

    /// <summary>The type, for example <see cref="MobbexEventTypes.Checkout"/>; empty when the body has none.</summary>
    public string Type { get; init; } = "";

    /// <summary>Reads the notification of an event.</summary>
    /// <param name="webhookEvent">An event of Mobbex.</param>
    /// <exception cref="ArgumentException">The event is from another provider, or its body is not a notification.</exception>
    public static MobbexNotification Read(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return webhookEvent.Provider == PaymentProvider.Mobbex
            ? Parse(webhookEvent.RawBody)
            : throw new ArgumentException($"The event is from {webhookEvent.Provider}, not from Mobbex.", nameof(webhookEvent));
    }

    /// <summary>Reads a notification from JSON or a form.</summary>
    /// <param name="body">The body as received.</param>
    /// <exception cref="ArgumentException">The body is neither a JSON object nor a valid form.</exception>
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
            throw new ArgumentException("The body is not a notification of Mobbex.", nameof(body), exception);
        }

        throw new ArgumentException("The body is not a notification of Mobbex: it is neither a JSON object nor a form.", nameof(body));
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

/// <summary>A payment of a checkout (<c>checkout</c>) or of a payment order (<c>payment_order</c>) was attempted or changed.</summary>
public sealed record MobbexCheckoutNotification : MobbexNotification
{
    /// <summary>The operation.</summary>
    public required MobbexOperation Data { get; init; }
}

/// <summary>A checkout expired (<c>checkout:expired</c>). Release the reserved goods. Source: mobbex.dev/checkout.</summary>
public sealed record MobbexCheckoutExpiredNotification : MobbexNotification
{
    /// <summary>The checkout, with its items.</summary>
    public required MobbexOperationCheckout Checkout { get; init; }

    /// <summary>The last attempt to pay, which failed; null when there was none.</summary>
    public MobbexOperation? LastAttempt { get; init; }

    /// <summary>The status of the checkout, <see cref="MobbexStatusCode.Expired"/>; null when it is unreadable.</summary>
    public MobbexStatusCode? StatusCode { get; init; }
}

/// <summary>A subscriber or a charge changed (<c>subscription:…</c>).</summary>
public sealed record MobbexSubscriptionNotification : MobbexNotification
{
    /// <summary>The outcome of a registration, <c>success</c> for a successful one; null in other notifications.</summary>
    public string? ContextStatus { get; init; }

    /// <summary>The plan; or null.</summary>
    public MobbexSubscription? Subscription { get; init; }

    /// <summary>The subscriber of the plan; or null.</summary>
    public MobbexSubscriber? Subscriber { get; init; }

    /// <summary>The id of the charge; or null.</summary>
    public string? ExecutionUid { get; init; }

    /// <summary>The reference of the charge; or null.</summary>
    public string? ExecutionReference { get; init; }

    /// <summary>The amount of the charge in major units; or null.</summary>
    public decimal? ExecutionTotal { get; init; }

    /// <summary>The payment and its siblings; its <see cref="ApiModel.AdditionalFields"/> contain the objects above too.</summary>
    public required MobbexOperation Data { get; init; }
}

/// <summary>A notification of a type that this SDK does not know.</summary>
public sealed record MobbexOtherNotification : MobbexNotification
{
    /// <summary>The data of the notification; or null.</summary>
    public JsonElement? Data { get; init; }
}
