using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>The meter and the source are shared by the process, so each test has a provider of its own to look for.</summary>
public sealed class TelemetryTests
{
    private readonly PaymentProvider _provider = new("provider-" + TestContext.CurrentContext.Test.ID);
    private readonly Script _script = new();

    [Test]
    public async Task Deliveries_are_counted_by_verdict_and_by_what_became_of_them()
    {
        var measurements = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, it) =>
            {
                if (instrument.Meter.Name == "CoinMoebius.Sdk")
                {
                    it.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value > 0 ? 1 : 0, tags));
        listener.Start();
        _script.Run = (_, context, _) => context.Attempt == 1 ? throw new InvalidOperationException() : Task.CompletedTask;
        await using var host = await StartAsync();

        foreach (var body in (string[])["forged", "{}", "{}", "{}"])
        {
            await SendAsync(host, body);
        }

        measurements.Should().BeEquivalentTo(
        [
            "deliveries 1 verdict=signature_mismatch", "verify.duration 1 verdict=signature_mismatch",
            "deliveries 1 verdict=verified", "verify.duration 1 verdict=verified",
            "handle.duration 1 outcome=failed kind=payment", "processed 1 disposition=handler_failed",
            "deliveries 1 verdict=verified", "verify.duration 1 verdict=verified",
            "handle.duration 1 outcome=succeeded kind=payment", "processed 1 disposition=accepted",
            "deliveries 1 verdict=verified", "verify.duration 1 verdict=verified", "processed 1 disposition=duplicate",
        ]);

        void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray();
            if (all.Contains(new("provider", _provider.Value)))
            {
                measurements.Enqueue(
                    $"{instrument.Name["coinmoebius.webhooks.".Length..]} {value} "
                    + string.Join(' ', all.Where(tag => tag.Key != "provider").Select(tag => $"{tag.Key}={tag.Value}")));
            }
        }
    }

    [Test]
    public async Task Verifying_and_handling_are_spans()
    {
        var spans = new ConcurrentQueue<(string Name, ActivityStatusCode Status)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "CoinMoebius.Sdk",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if ((string?)activity.GetTagItem("provider") == _provider.Value)
                {
                    spans.Enqueue((activity.OperationName, activity.Status));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        _script.Run = (_, _, _) => throw new InvalidOperationException();
        await using var host = await StartAsync();

        await SendAsync(host, "{}");

        spans.Should().Equal(
            ("coinmoebius.webhooks.verify", ActivityStatusCode.Unset), ("coinmoebius.webhooks.handle", ActivityStatusCode.Error));
    }

    private Task<WebhookHost> StartAsync() => WebhookHost.StartAsync(
        hooks => hooks.AddHandler<FirstHandler>().AddVerifier(_provider, _ => new StubVerifier(_provider, request => request.Body.Length > 2
            ? WebhookVerification.Rejected(WebhookVerdict.SignatureMismatch)
            : WebhookVerification.Verified(StubVerifier.Event(_provider, request)))),
        services: services => services.AddSingleton(_script));

    private async Task SendAsync(WebhookHost host, string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var response = await host.Client.PostAsync(new Uri($"/webhooks/{_provider}", UriKind.Relative), content);
    }
}
