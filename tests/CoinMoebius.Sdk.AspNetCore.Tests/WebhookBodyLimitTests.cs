using System.Net;
using System.Net.Http.Headers;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>The lower of two limits counts: the endpoint's, and what the provider's options say.</summary>
public sealed class WebhookBodyLimitTests
{
    private const int Parsed = 64 * 1024;

    [Test]
    public async Task A_body_over_the_limit_of_its_provider_is_413_and_nobody_reads_it([Values] bool chunked)
    {
        await using var host = await WebhookHost.StartAsync(hooks => hooks.AddNowPayments(options => options.Secrets.Add(WebhookHost.Secret)));

        (await StatusOfAsync(host, Parsed, chunked)).Should().Be(HttpStatusCode.BadRequest, "it has no signature");
        (await StatusOfAsync(host, Parsed + 1, chunked)).Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [TestCase(2 * Parsed, 2 * Parsed, HttpStatusCode.BadRequest)]
    [TestCase(2 * Parsed, 2 * Parsed - 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_provider_s_limit_can_be_raised_and_the_endpoint_s_stays(int limit, int limitOfEndpoint, HttpStatusCode expected)
    {
        await using var host = await WebhookHost.StartAsync(hooks => hooks
            .AddNowPayments(options =>
            {
                options.Secrets.Add(WebhookHost.Secret);
                options.MaxBodySize = limit;
            })
            .ConfigureEndpoint(options => options.MaxBodySize = limitOfEndpoint));

        (await StatusOfAsync(host, 2 * Parsed, chunked: false)).Should().Be(expected);
    }

    private static async Task<HttpStatusCode> StatusOfAsync(WebhookHost host, int length, bool chunked)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/webhooks/nowpayments") { Content = new ByteArrayContent(new byte[length]) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.TransferEncodingChunked = chunked;
        using var response = await host.Client.SendAsync(message);
        return response.StatusCode;
    }
}
