using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests;

/// <summary>Merchants who have Polly policies of their own put them on the SDK's clients as on any other.</summary>
public sealed class PolicyHandlerTests
{
    [Test]
    public async Task A_policy_retries_what_the_service_refuses()
    {
        var server = new FlakyServer(failures: 2);
        var services = new ServiceCollection();
        services.AddHttpClient("coin-moebius")
            .AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(answer => answer.StatusCode == HttpStatusCode.InternalServerError).RetryAsync(3))
            .ConfigurePrimaryHttpMessageHandler(() => server);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("coin-moebius");

        using var answer = await client.GetAsync(new Uri("http://localhost/"));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        server.Calls.Should().Be(3);
    }

    private sealed class FlakyServer(int failures) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(++Calls <= failures ? HttpStatusCode.InternalServerError : HttpStatusCode.OK));
    }
}
