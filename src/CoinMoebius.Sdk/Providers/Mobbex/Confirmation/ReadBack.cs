using System.Text.Json;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Sdk.Webhooks.Json;
using CoinMoebius.Sdk.Webhooks.Signatures;

namespace CoinMoebius.Sdk.Providers.Mobbex.Confirmation;

/// <summary>
/// Makes an event of what Mobbex says when it is asked, for a notification whose token was right. Where there is nothing to ask about,
/// the notification is passed on as an unmapped event.
/// </summary>
internal sealed class ReadBack(IMobbexRecords records, TimeProvider timeProvider)
{
    // Mobbex's own test tool waits 30 seconds for an answer to a notification.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly BoundedCalls _calls = Webhooks.Confirmation.Calls();

    /// <summary>What to do where an account is to be read back and there is nobody to ask.</summary>
    public static string NeedsClient(string account) => ConfirmingClients.Missing(
        PaymentProvider.Mobbex,
        "Mobbex",
        account,
        "Confirmation is reread, which reads each operation back from Mobbex",
        "set Confirmation to tokenOnly");

    /// <summary>Asks and maps. The notification is disposed at the end.</summary>
    /// <exception cref="WebhookVerificationUnavailableException">Mobbex gave no answer that can be used.</exception>
    public async Task<WebhookVerification> ConfirmAsync(JsonDocument notification, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using (notification)
        {
            var root = notification.RootElement;
            try
            {
                return await ConfirmAsync(root, body, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidOperationException)
            {
                // Broken text that nobody had to read so far.
                return WebhookVerification.Rejected(WebhookVerdict.MalformedBody);
            }
        }
    }

    private Task<WebhookVerification> ConfirmAsync(JsonElement root, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var type = root.At("type").Text() ?? "";
        var data = root.At("data");
        return type switch
        {
            MobbexEventTypes.CheckoutExpired => ConfirmExpiryAsync(root, data, body, cancellationToken),
            MobbexEventTypes.Checkout or MobbexEventTypes.SubscriptionExecution or MobbexEventTypes.SubscriptionExecutionError
                when OperationOf(data) is { } id =>
                ConfirmOperationAsync(id, type, root, body, cancellationToken),
            MobbexEventTypes.SubscriptionRegistration or MobbexEventTypes.SubscriptionExecutionError or MobbexEventTypes.SubscriptionChangeSource
                or MobbexEventTypes.SubscriptionSubscriberActive or MobbexEventTypes.SubscriptionSubscriberSuspended
                when SubscriptionNode.Of(data) is { SubscriptionUid: { } plan, SubscriberUid: { } subscriber } =>
                ConfirmSubscriberAsync(plan, subscriber, root, body, cancellationToken),
            _ => Task.FromResult(Unmapped(type, body)),
        };
    }

    private async Task<WebhookVerification> ConfirmOperationAsync(
        string id, string type, JsonElement root, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var told = OperationFacts.Of(root.At("data"));
        if (await AskAsync(token => records.GetOperationAsync(id, token), cancellationToken).ConfigureAwait(false) is not { } operation)
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        var read = OperationFacts.Of(operation);
        return told.Agrees(read)
            ? Map(root, body, new(body, read.EventId(type, operation), operation))
            : WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
    }

    /// <summary>An expired checkout cannot be read; but Mobbex sends no expiry where a payment stands or is under way.</summary>
    private async Task<WebhookVerification> ConfirmExpiryAsync(
        JsonElement root, JsonElement data, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (data.At("checkout", "reference").TextOrNumber() is not { } reference)
        {
            return Unmapped(MobbexEventTypes.CheckoutExpired, body);
        }

        var statuses = await AskAsync(token => records.GetStatusesAsync(reference, token), cancellationToken).ConfigureAwait(false);
        return statuses.Any(MayStillBePaid)
            ? WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch)
            : Map(root, body, new(body, ContentDigest.EventId(body.Span)));
    }

    private async Task<WebhookVerification> ConfirmSubscriberAsync(
        string plan, string uid, JsonElement root, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (await AskAsync(token => records.GetSubscriberAsync(plan, uid, token), cancellationToken).ConfigureAwait(false) is not { } subscriber)
        {
            return WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
        }

        var told = SubscriptionNode.Of(root.At("data")).Subscriber.At("reference").TextOrNumber();
        var read = subscriber.At("reference").TextOrNumber();
        return subscriber.At("uid").TextOrNumber() == uid && (told is null || told == read)
            ? Map(root, body, new(body, ContentDigest.EventId(body.Span), subscriber, StatusOf(subscriber)))
            : WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
    }

    private Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        Webhooks.Confirmation.AskAsync(ask, Limit, "Mobbex could not be asked about a notification.", timeProvider, cancellationToken, _calls);

    // An attempt that only began, or does not say where it stands, expires with its checkout.
    private static bool MayStillBePaid(MobbexStatusCode? code) =>
        code is { } status && (status.IsPaid || status.IsRefunded || (status.IsPending && status != MobbexStatusCode.None && status != MobbexStatusCode.Pending));

    private static string? OperationOf(JsonElement data) =>
        data.At("payment", "id").TextOrNumber() is { } id && !MobbexEventMapper.IsPartOfAnother(id) ? id : null;

    private static SubscriptionStatus? StatusOf(JsonElement subscriber) => subscriber.At("status").Text() switch
    {
        "active" => SubscriptionStatus.Active,
        "suspended" => SubscriptionStatus.Paused,
        "deleted" or "finished" => SubscriptionStatus.Canceled,
        _ => null,
    };

    private static WebhookVerification Map(JsonElement root, ReadOnlyMemory<byte> body, in MobbexDelivery delivery) =>
        EventMapping.Map(PaymentProvider.Mobbex, body, body, root, MobbexEventMapper.Map, delivery);

    private static WebhookVerification Unmapped(string type, ReadOnlyMemory<byte> body) => WebhookVerification.Verified(
        new UnmappedEvent(new WebhookEventHead(PaymentProvider.Mobbex, ContentDigest.EventId(body.Span), type, body)));
}
