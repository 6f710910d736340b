using System.Diagnostics;
using System.Diagnostics.Metrics;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Webhooks;

/// <summary>
/// The traces and metrics of webhooks. Tags have few values: providers are the registered ones, never text of a caller. Without listeners
/// the cost is a few branches.
/// </summary>
internal static class WebhookTelemetry
{
    public const string Name = "CoinMoebius.Sdk";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "coinmoebius.webhooks.deliveries", "{delivery}", "Deliveries that were verified, by provider and verdict.");

    private static readonly Histogram<double> VerifyDuration = Meter.CreateHistogram<double>(
        "coinmoebius.webhooks.verify.duration", "s", "Time to verify and map one delivery.");

    private static readonly Counter<long> Processed = Meter.CreateCounter<long>(
        "coinmoebius.webhooks.processed", "{delivery}", "Authentic deliveries, by result.");

    private static readonly Histogram<double> HandleDuration = Meter.CreateHistogram<double>(
        "coinmoebius.webhooks.handle.duration", "s", "Time of all handlers for one event.");

    public static Measured StartVerifying(PaymentProvider provider) => new(Source.StartActivity("coinmoebius.webhooks.verify"), VerifyDuration, provider);

    public static void Verified(in Measured verification, WebhookVerdict verdict) => Verified(verification, NameOf(verdict));

    public static void VerifyFailed(in Measured verification) => Verified(verification, "error");

    public static void ProcessedAs(PaymentProvider provider, WebhookDisposition disposition)
    {
        if (Processed.Enabled)
        {
            Processed.Add(1, new("provider", provider.Value), new("disposition", NameOf(disposition)));
        }
    }

    public static Measured StartHandling(WebhookEvent webhookEvent) =>
        new(Source.StartActivity("coinmoebius.webhooks.handle"), HandleDuration, webhookEvent.Provider);

    public static void Handled(in Measured run, WebhookEvent webhookEvent, bool succeeded) =>
        run.Stop("outcome", succeeded ? "succeeded" : "failed", !succeeded, KindOf(webhookEvent));

    private static void Verified(in Measured verification, string verdict)
    {
        if (Deliveries.Enabled)
        {
            Deliveries.Add(1, new("provider", verification.Provider.Value), new("verdict", verdict));
        }

        verification.Stop("verdict", verdict, failed: verdict == "error");
    }

    private static string NameOf(WebhookVerdict verdict) => verdict switch
    {
        WebhookVerdict.Verified => "verified",
        WebhookVerdict.MissingSignature => "missing_signature",
        WebhookVerdict.MalformedSignature => "malformed_signature",
        WebhookVerdict.SignatureMismatch => "signature_mismatch",
        WebhookVerdict.TimestampOutOfTolerance => "timestamp_out_of_tolerance",
        WebhookVerdict.UntrustedCertificate => "untrusted_certificate",
        WebhookVerdict.MalformedBody => "malformed_body",
        _ => "not_verified",
    };

    private static string NameOf(WebhookDisposition disposition) => disposition switch
    {
        WebhookDisposition.Accepted => "accepted",
        WebhookDisposition.Duplicate => "duplicate",
        WebhookDisposition.Replayed => "replayed",
        WebhookDisposition.HandlerFailed => "handler_failed",
        WebhookDisposition.Unavailable => "unavailable",
        _ => "none",
    };

    private static string KindOf(WebhookEvent webhookEvent) => webhookEvent switch
    {
        PaymentEvent => "payment",
        SubscriptionEvent => "subscription",
        _ => "unmapped",
    };

    /// <summary>A span and a duration that end together.</summary>
    internal readonly struct Measured(Activity? activity, Histogram<double> histogram, PaymentProvider provider)
    {
        private readonly long _started = histogram.Enabled ? Stopwatch.GetTimestamp() : 0;

        public PaymentProvider Provider { get; } = provider;

        public void Stop(string outcomeName, string outcome, bool failed, string? kind = null)
        {
            if (activity is not null)
            {
                activity.SetTag("provider", Provider.Value);
                activity.SetTag(outcomeName, outcome);
                if (kind is not null)
                {
                    activity.SetTag("kind", kind);
                }

                if (failed)
                {
                    activity.SetStatus(ActivityStatusCode.Error);
                }

                activity.Dispose();
            }

            if (_started == 0)
            {
                return;
            }

            var tags = new TagList { { "provider", Provider.Value }, { outcomeName, outcome } };
            if (kind is not null)
            {
                tags.Add("kind", kind);
            }

            histogram.Record((Stopwatch.GetTimestamp() - _started) / (double)Stopwatch.Frequency, tags);
        }
    }
}
