using CoinMoebius.Sdk.PolicyHandlers.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests;

/// <summary>Whatever handlers of others throw, a call fails with an exception of the SDK.</summary>
public sealed class FailureTests
{
    private static readonly Exception[] Failures =
    [
        new BrokenCircuitException("open"),
        new RateLimiterRejectedException("full"),
        new TimeoutRejectedException("late"),
        new TimeoutException("late"),
        new OperationCanceledException("late"),
        new InvalidDataException("odd"),
        new ArgumentException("odd"),
        new InvalidOperationException("odd"),
        new NotSupportedException("odd"),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        from kind in ClientKind.All
        from failure in Failures
        select new TestCaseData(kind, failure).SetArgDisplayNames(kind.Name, failure.GetType().Name);

    [TestCaseSource(nameof(Cases))]
    public async Task Every_failure_of_a_call_is_one_of_the_sdk_and_keeps_its_cause(ClientKind kind, Exception thrown)
    {
        foreach (var isOuter in new[] { true, false })
        {
            await using var provider = Build(kind, isOuter, () => throw thrown);

            var failure = (await kind.Awaiting(it => (it.Act ?? it.Read)!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusTransportException>()).Which;

            Causes(failure).Should().Contain(thrown);
            failure.Message.Should().NotContain("odd", "what a stranger writes may hold secrets");
            if (thrown is TimeoutRejectedException or TimeoutException or OperationCanceledException)
            {
                failure.InnerException.Should().BeOfType<TimeoutException>();
            }
        }
    }

    [Test]
    public async Task A_call_that_its_caller_cancels_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        await using var provider = Build(ClientKind.All[0], isOuter: true, () =>
        {
            source.Cancel();
            throw new OperationCanceledException();
        });
        var client = provider.GetRequiredService<ICoinMoebiusClient>();

        (await client.Awaiting(it => it.GetProjectInfoAsync(source.Token)).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(source.Token);
    }

    [Test]
    public async Task A_wait_outlasts_a_broken_circuit_and_not_a_handler_with_a_fault()
    {
        var open = 2;
        await using var healing = Build(ClientKind.All[0], isOuter: true, () => open-- > 0 ? throw new BrokenCircuitException() : true);
        await using var faulty = Build(ClientKind.All[0], isOuter: true, () => throw new InvalidOperationException());

        (await healing.GetRequiredService<ICoinMoebiusClient>().WaitForCompletionAsync("t")).Status.Value.Should().Be("succeeded");
        await faulty.GetRequiredService<ICoinMoebiusClient>().Awaiting(it => it.WaitForCompletionAsync("t")).Should().ThrowAsync<CoinMoebiusTransportException>();
    }

    private static ServiceProvider Build(ClientKind kind, bool isOuter, Func<bool> guard)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        if (isOuter)
        {
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Guard(guard)));
        }

        var wire = new Wire(_ => Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"id":"t","status":"succeeded"}""") }));
        var http = kind.Add(services, options =>
        {
            Neighbours.Swift(options, 3);
            options.PollInterval = options.MaxPollInterval = TimeSpan.FromMilliseconds(1);
        }).ConfigurePrimaryHttpMessageHandler(() => wire);
        if (!isOuter)
        {
            http.AddHttpMessageHandler(() => new Guard(guard));
        }

        return services.BuildServiceProvider();
    }

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    private sealed class Guard(Func<bool> guard) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            guard();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
