using System.Diagnostics.CodeAnalysis;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>The outcome of one verification. <c>default</c> is not verified.</summary>
public readonly struct WebhookVerification
{
    private WebhookVerification(WebhookVerdict verdict, WebhookEvent? webhookEvent)
    {
        Verdict = verdict;
        Event = webhookEvent;
    }

    /// <summary>The verdict.</summary>
    public WebhookVerdict Verdict { get; }

    /// <summary>The event of an authentic request; null for every other verdict.</summary>
    public WebhookEvent? Event { get; }

    /// <summary>True only for an authentic request.</summary>
    [MemberNotNullWhen(true, nameof(Event))]
    public bool IsVerified => Verdict == WebhookVerdict.Verified && Event is not null;

    /// <summary>Creates the outcome of an authentic request.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <exception cref="ArgumentNullException"><paramref name="webhookEvent"/> is null.</exception>
    public static WebhookVerification Verified(WebhookEvent webhookEvent)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return new(WebhookVerdict.Verified, webhookEvent);
    }

    /// <summary>Creates the outcome of a rejected request.</summary>
    /// <param name="verdict">The cause.</param>
    /// <exception cref="ArgumentException"><paramref name="verdict"/> is <see cref="WebhookVerdict.Verified"/>.</exception>
    public static WebhookVerification Rejected(WebhookVerdict verdict)
    {
        if (verdict == WebhookVerdict.Verified)
        {
            throw new ArgumentException("A refusal needs a cause; an authentic request needs its event: call Verified.", nameof(verdict));
        }

        return new(verdict, null);
    }

    /// <summary>Returns the event, or throws an exception that names the verdict.</summary>
    /// <exception cref="WebhookVerificationException">The request is not authentic.</exception>
    public WebhookEvent EnsureVerified() => IsVerified ? Event : throw new WebhookVerificationException(Verdict);
}
