using System.Globalization;
using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Crypto;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Mobbex.Mapping;
using CoinMoebius.Sdk.Mobbex.Signing;
using CoinMoebius.Sdk.Primitives.Json;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Mobbex.Confirmation;

/// <summary>
/// Creates the event of a notification with a valid token from Mobbex's API. The notification only selects what to query, because anyone
/// who knows an address can write one. A response counts when it has the reference that the token proves; when there is nothing to
/// query, the event confirms nothing.
/// </summary>
internal sealed class ReadBack(IMobbexRecords records, TimeProvider timeProvider)
{
    // Mobbex's own test tool waits 30 seconds for the response to a notification.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly BoundedCalls _calls = Webhooks.Confirmation.Calls();

    /// <summary>The error for an account that needs confirmation but has no client.</summary>
    public static string NeedsClient(string account) => ConfirmingClients.Missing(
        PaymentProvider.Mobbex,
        "Mobbex",
        account,
        "Confirmation is reread, which reads each operation back from Mobbex",
        "set Confirmation to tokenOnly");

    /// <summary>Queries Mobbex and maps the response. Disposes the notification at the end.</summary>
    /// <param name="notification">The received notification.</param>
    /// <param name="proven">The reference that the token proves, as UTF-8.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="WebhookVerificationUnavailableException">Mobbex returned no usable response.</exception>
    public async Task<WebhookVerification> ConfirmAsync(JsonDocument notification, byte[] proven, CancellationToken cancellationToken)
    {
        using (notification)
        {
            try
            {
                return await ConfirmAsync(notification.RootElement, proven, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidOperationException)
            {
                // Invalid UTF-8 in a text that was not read before.
                return WebhookVerification.Rejected(WebhookVerdict.MalformedBody);
            }
        }
    }

    private Task<WebhookVerification> ConfirmAsync(JsonElement root, byte[] proven, CancellationToken cancellationToken)
    {
        var type = root.At("type").Text() ?? "";
        var claimed = root.At("data");
        return type switch
        {
            MobbexEventTypes.CheckoutExpired => ConfirmExpiryAsync(proven, cancellationToken),
            MobbexEventTypes.Checkout when OperationOf(claimed) is { } id => ConfirmPaymentAsync(id, claimed, proven, cancellationToken),
            MobbexEventTypes.SubscriptionExecution or MobbexEventTypes.SubscriptionExecutionError when OperationOf(claimed) is { } id =>
                ConfirmChargeAsync(id, claimed, proven, cancellationToken),
            MobbexEventTypes.SubscriptionRegistration when !Succeeded(claimed) => Task.FromResult(Unconfirmed(type, proven)),
            MobbexEventTypes.SubscriptionRegistration or MobbexEventTypes.SubscriptionChangeSource
                or MobbexEventTypes.SubscriptionSubscriberActive or MobbexEventTypes.SubscriptionSubscriberSuspended
                when SubscriptionNode.Of(claimed) is { SubscriptionUid: { } plan, SubscriberUid: { } uid } =>
                ConfirmSubscriberAsync(type, plan, uid, claimed, proven, cancellationToken),
            _ => Task.FromResult(Unconfirmed(type, proven)),
        };
    }

    private async Task<WebhookVerification> ConfirmPaymentAsync(string id, JsonElement claimed, byte[] proven, CancellationToken cancellationToken) =>
        await ReadOperationAsync(id, claimed, cancellationToken).ConfigureAwait(false) is { } operation && BoundReference.IsOfPayment(operation, proven)
            ? ConfirmedNotification.OfOperation(MobbexEventTypes.Checkout, operation, OperationFacts.Of(operation).EventId(MobbexEventTypes.Checkout, operation))
            : Refused();

    /// <summary>An operation is a charge only when it names the subscriber itself; its status decides the outcome.</summary>
    private async Task<WebhookVerification> ConfirmChargeAsync(string id, JsonElement claimed, byte[] proven, CancellationToken cancellationToken)
    {
        if (await ReadOperationAsync(id, claimed, cancellationToken).ConfigureAwait(false) is not { } operation
            || operation.At("subscriber", "uid").TextOrNumber() is not { } subscriber
            || (SubscriptionNode.Of(claimed).SubscriberUid is { } named && named != subscriber)
            || !await IsBoundAsync(operation, operation.At("subscription", "uid").TextOrNumber(), proven, cancellationToken).ConfigureAwait(false))
        {
            return Refused();
        }

        var type = MobbexEventMapper.CodeOf(operation.At("payment")) is { IsFailed: true }
            ? MobbexEventTypes.SubscriptionExecutionError
            : MobbexEventTypes.SubscriptionExecution;
        return ConfirmedNotification.OfOperation(type, operation, OperationFacts.Of(operation).EventId(type, operation));
    }

    /// <summary>
    /// The API does not return expired checkouts, so no event confirms an expiry. But Mobbex sends no expiry when a payment exists or is
    /// in progress, and the API reports that.
    /// </summary>
    private async Task<WebhookVerification> ConfirmExpiryAsync(byte[] proven, CancellationToken cancellationToken)
    {
        var reference = Encoding.UTF8.GetString(proven);
        var statuses = await AskAsync(token => records.GetStatusesAsync(reference, token), cancellationToken).ConfigureAwait(false);
        return statuses.Any(MayStillBePaid) ? Refused() : Unconfirmed(MobbexEventTypes.CheckoutExpired, proven);
    }

    private async Task<WebhookVerification> ConfirmSubscriberAsync(
        string type, string plan, string uid, JsonElement claimed, byte[] proven, CancellationToken cancellationToken)
    {
        if (await AskAsync(token => records.GetSubscriberAsync(plan, uid, token), cancellationToken).ConfigureAwait(false) is not { } subscriber)
        {
            return Refused();
        }

        var named = SubscriptionNode.Of(claimed).Subscriber.At("reference").TextOrNumber();
        var reference = subscriber.At("reference").TextOrNumber();
        return subscriber.At("uid").TextOrNumber() == uid
            && (named is null || named == reference)
            && (subscriber.At("subscription", "uid").TextOrNumber() ?? plan) == plan
            && (BoundReference.Is(subscriber.At("reference"), proven)
                || BoundReference.Is(subscriber.At("subscription", "reference"), proven)
                || await IsPlanBoundAsync(plan, proven, cancellationToken).ConfigureAwait(false))
            ? ConfirmedNotification.OfSubscriber(type, plan, subscriber, StatusOf(subscriber), EventIdOf(type, plan, subscriber))
            : Refused();
    }

    private async Task<JsonElement?> ReadOperationAsync(string id, JsonElement claimed, CancellationToken cancellationToken) =>
        await AskAsync(token => records.GetOperationAsync(id, token), cancellationToken).ConfigureAwait(false) is { } operation
        && OperationFacts.Of(claimed).Agrees(OperationFacts.Of(operation))
            ? operation
            : null;

    private async Task<bool> IsBoundAsync(JsonElement read, string? plan, byte[] proven, CancellationToken cancellationToken) =>
        BoundReference.AnyIs(read, proven) || (plan is not null && await IsPlanBoundAsync(plan, proven, cancellationToken).ConfigureAwait(false));

    /// <summary>The address of a plan belongs to the plan's reference, which its subscribers and their charges may not contain.</summary>
    private async Task<bool> IsPlanBoundAsync(string plan, byte[] proven, CancellationToken cancellationToken) =>
        await AskAsync(token => records.GetSubscriptionAsync(plan, token), cancellationToken).ConfigureAwait(false) is { } read
        && read.At("uid").TextOrNumber() == plan
        && (BoundReference.Is(read.At("reference"), proven) || BoundReference.Is(read.At("uid"), proven));

    /// <summary>
    /// A subscriber signs up once, but a status can recur. When Mobbex does not report the time of the change, the id includes the day: a
    /// recurring status is a new event, and a repeated notification creates at most one event a day.
    /// </summary>
    private string EventIdOf(string type, string plan, JsonElement subscriber)
    {
        var uid = subscriber.At("uid").TextOrNumber();
        return ContentDigest.EventId(type == MobbexEventTypes.SubscriptionRegistration
            ? EventFacts.Join(type, plan, uid)
            : EventFacts.Join(type, plan, uid, StatusOf(subscriber).Value, subscriber.At("updated").TextOrNumber() ?? Today()));
    }

    private string Today() => timeProvider.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        Webhooks.Confirmation.AskAsync(ask, Limit, "Mobbex could not be queried about a notification.", timeProvider, cancellationToken, _calls);

    // An attempt that only began, or that has no status, expires with its checkout.
    private static bool MayStillBePaid(MobbexStatusCode? code) =>
        code is { } status && (status.IsPaid || status.IsRefunded || (status.IsPending && status != MobbexStatusCode.None && status != MobbexStatusCode.Pending));

    private static string? OperationOf(JsonElement data) =>
        data.At("payment", "id").TextOrNumber() is { } id && !MobbexEventMapper.IsPartOfAnother(id) ? id : null;

    // The API does not return failed registrations; only the notification reports them.
    private static bool Succeeded(JsonElement claimed) => claimed.At("context", "status") is var outcome && (!outcome.Exists() || outcome.Text() == "success");

    private static SubscriptionStatus StatusOf(JsonElement subscriber) => subscriber.At("status").Text() switch
    {
        "active" => SubscriptionStatus.Active,
        "suspended" => SubscriptionStatus.Paused,
        "deleted" or "finished" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.Unknown,
    };

    private static WebhookVerification Unconfirmed(string type, byte[] proven) =>
        ConfirmedNotification.OfReference(type, Encoding.UTF8.GetString(proven));

    private static WebhookVerification Refused() => WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch);
}
