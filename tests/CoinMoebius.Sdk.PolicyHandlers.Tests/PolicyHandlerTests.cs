using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests;

/// <summary>Merchants who have Polly policies of their own put them on the SDK's clients as on any other.</summary>
public sealed class PolicyHandlerTests
{
    [Test]
    public async Task A_policy_of_the_merchant_retries_behind_the_client()
    {
        var api = new FlakyApi(failures: 2);
        var services = new ServiceCollection();
        services.AddCoinMoebius(options =>
            {
                options.ProjectId = "proj_1";
                options.MaxRetries = 0;
            })
            .AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(answer => answer.StatusCode == HttpStatusCode.InternalServerError).RetryAsync(3))
            .ConfigurePrimaryHttpMessageHandler(() => api);
        using var provider = services.BuildServiceProvider();

        var transaction = await provider.GetRequiredService<ICoinMoebiusClient>().GetStatusAsync("txn_1");

        transaction.Id.Should().Be("txn_1");
        api.Calls.Should().Be(3);
    }

    [Test]
    public async Task A_circuit_the_merchant_has_broken_reaches_the_caller()
    {
        var api = new FlakyApi(failures: 10);
        var breaker = Policy.HandleResult<HttpResponseMessage>(answer => answer.StatusCode == HttpStatusCode.InternalServerError)
            .CircuitBreakerAsync(1, TimeSpan.FromHours(1));
        var services = new ServiceCollection();
        services.AddCoinMoebius(options =>
            {
                options.ProjectId = "proj_1";
                options.MaxRetries = 0;
            })
            .AddPolicyHandler(breaker)
            .ConfigurePrimaryHttpMessageHandler(() => api);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ICoinMoebiusClient>();
        await client.Awaiting(it => it.GetStatusAsync("txn_1")).Should().ThrowAsync<CoinMoebiusApiException>();

        (await client.Awaiting(it => it.GetStatusAsync("txn_1")).Should().ThrowAsync<CoinMoebiusTransportException>())
            .Which.InnerException.Should().BeAssignableTo<BrokenCircuitException>();

        api.Calls.Should().Be(1, "the open circuit lets nothing through");
    }

    private sealed class FlakyApi(int failures) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(++Calls <= failures
                ? new HttpResponseMessage(HttpStatusCode.InternalServerError)
                : new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent("""{"id":"txn_1","status":"pending"}""", Encoding.UTF8, "application/json"),
                });
    }
}
