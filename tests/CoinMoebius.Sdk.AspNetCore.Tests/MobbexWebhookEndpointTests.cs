using System.Net;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>The one scheme whose proof is in the address, through a real server.</summary>
public sealed class MobbexWebhookEndpointTests
{
    private const string Secret = "merchant-webhook-secret-0123456789abcdef";
    private const string Path = "/webhooks/mobbex";

    private static readonly TestPayment Payment = new() { PaymentId = "PAY1", Reference = "orden ñ/42" };

    [Test]
    public async Task The_made_address_takes_JSON_and_forms([Values] bool isForm)
    {
        await using var host = await StartAsync(MobbexConfirmation.TokenOnly);
        var delivery = new MobbexWebhookSigner(Secret) { AsForm = isForm }.Sign(Payment) with { Query = new Dictionary<string, string>() };
        var address = MobbexWebhookUrl.Create(new Uri(host.Address, Path + "?shop=1"), Secret, Payment.Reference!);

        using var answer = await host.Client.SendAsync(delivery.ToHttpRequest(address));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task Any_other_address_is_refused_and_other_bodies_are_not_read()
    {
        await using var host = await StartAsync(MobbexConfirmation.TokenOnly);
        var delivery = new MobbexWebhookSigner(Secret).Sign(Payment);

        (await host.StatusOfAsync(delivery with { Query = new Dictionary<string, string>() }, Path)).Should().Be(HttpStatusCode.BadRequest);
        (await host.StatusOfAsync(new MobbexWebhookSigner("another-secret").Sign(Payment), Path)).Should().Be(HttpStatusCode.BadRequest);
        (await host.StatusOfAsync(delivery with { ContentType = "text/plain" }, Path)).Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Test]
    public async Task An_API_that_is_down_makes_Mobbex_come_again()
    {
        await using var host = await StartAsync(MobbexConfirmation.Reread);

        (await host.StatusOfAsync(new MobbexWebhookSigner(Secret).Sign(Payment), Path)).Should().Be(HttpStatusCode.ServiceUnavailable);

        host.Logs.AllText.Should().NotContain(Secret).And.NotContain("orden");
    }

    private static Task<WebhookHost> StartAsync(MobbexConfirmation confirmation) => WebhookHost.StartAsync(
        webhooks => webhooks.AddMobbex(options =>
        {
            options.Secrets.Add(Secret);
            options.Confirmation = confirmation;
        }),
        services: services => services
            .AddMobbexClient(options => (options.ApiKey, options.AccessToken, options.MaxRetries) = ("application-key", "merchant-token", 0))
            .ConfigurePrimaryHttpMessageHandler(() => new Down()));

    private sealed class Down : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError));
    }
}
