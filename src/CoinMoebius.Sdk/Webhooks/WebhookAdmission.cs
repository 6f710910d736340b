using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// Which authentic events count. Providers sign those of every connected account with one key, and some those of test mode as well, so a
/// right signature does not say whose money it is, nor that it is money.
/// </summary>
internal static class WebhookAdmission
{
    /// <summary>The member of the metadata that says why an event was made unmapped: <see cref="ByOwner"/> or <see cref="ByMode"/>.</summary>
    public const string Refused = "refused";

    /// <summary>The account is not listed.</summary>
    public const string ByOwner = "owner";

    /// <summary>The event is one of test mode.</summary>
    public const string ByMode = "test";

    /// <summary>Stands among the owners for any account.</summary>
    public const string Anybody = "*";

    /// <summary>
    /// Turns a payment or subscription of another account, or of test mode where that is not accepted, into an unmapped event. It has an
    /// id of its own, so that the event itself is new when it is sent again after the options were mended.
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

    // Where nothing is listed, tools show the event of anybody.
    private static bool IsOwn(string? owner, WebhookOptions options) =>
        owner is null
        || (options.Owners.Count == 0
            ? !options.NamesOnlyOthers || options.IsTool
            : options.Owners.Contains(owner, StringComparer.Ordinal) || options.Owners.Contains(Anybody, StringComparer.Ordinal));
}
