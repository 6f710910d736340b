using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Decides which authentic events count. Providers sign the events of every connected account with one key, and some also those of test
/// mode, so a valid signature proves neither whose money it is nor that it is real money.
/// </summary>
internal static class WebhookAdmission
{
    /// <summary>The name in the metadata with the reason why an event became unmapped: <see cref="ByOwner"/> or <see cref="ByMode"/>.</summary>
    public const string Refused = "refused";

    /// <summary>The account is not listed.</summary>
    public const string ByOwner = "owner";

    /// <summary>The event is from test mode.</summary>
    public const string ByMode = "test";

    /// <summary>An entry among the owners that accepts any account.</summary>
    public const string Anybody = "*";

    /// <summary>
    /// Turns a payment or subscription of another account, or of test mode if that is not accepted, into an unmapped event. That event has a
    /// separate id, so that the original event is new when it is sent again after a correction of the options.
    /// </summary>
    public static WebhookVerification Admit(this WebhookOptions options, WebhookVerification verification)
    {
        if (verification.Event is not { } webhookEvent || webhookEvent is UnmappedEvent || ReasonAgainst(webhookEvent, options) is not { } reason)
        {
            return verification;
        }

        var head = new WebhookEventHead(
            webhookEvent.Provider,
            $"{Refused}:{webhookEvent.EventId}",
            webhookEvent.EventType,
            webhookEvent.RawBody,
            webhookEvent.IsTest,
            webhookEvent.OccurredAt,
            webhookEvent.DeliveryId,
            webhookEvent.Owner);
        return WebhookVerification.Verified(
            new UnmappedEvent(head) { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Refused] = reason } });
    }

    private static string? ReasonAgainst(WebhookEvent webhookEvent, WebhookOptions options) =>
        !IsOwn(webhookEvent.Owner, options) ? ByOwner
        : webhookEvent.IsTest is true && !(options.AcceptTest ?? !options.IsLive) ? ByMode
        : null;

    // Without a list, tools show the events of all accounts.
    private static bool IsOwn(string? owner, WebhookOptions options) =>
        owner is null
        || (options.Owners.Count == 0
            ? !options.NamesOnlyOthers || options.IsTool
            : options.Owners.Contains(owner, StringComparer.Ordinal) || options.Owners.Contains(Anybody, StringComparer.Ordinal));
}
