using System.Net;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using CoinMoebius.Sdk.Testing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

/// <summary>How the endpoints sit in an application.</summary>
public sealed class WebhookMappingTests
{
    [TestCase("/webhooks")]
    [TestCase("/webhooks/{providers}")]
    public async Task A_route_without_a_provider_is_refused_with_one_that_works(string pattern)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddCoinMoebiusWebhooks();
        await using var app = builder.Build();

        app.Invoking(it => it.MapCoinMoebiusWebhooks(pattern)).Should().Throw<ArgumentException>()
            .WithMessage($"*\"{pattern}\"*{{provider}}*").WithParameterName(nameof(pattern));
    }

    [Test]
    public async Task A_missing_registration_is_named([Values] bool status)
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        app.Invoking(it => status ? it.MapCoinMoebiusStatus() : it.MapCoinMoebiusWebhooks())
            .Should().Throw<InvalidOperationException>().WithMessage("*builder.Services.AddCoinMoebiusWebhooks()*");
    }

    [TestCase("/webhooks/{provider}", "/webhooks/stripe")]
    [TestCase("/hooks/{account}/{provider}", null)]
    [TestCase("/stripe-hook/{provider=stripe}", "/stripe-hook")]
    public async Task The_route_is_the_applications_choice(string pattern, string? path)
    {
        await using var host = await WebhookHost.StartAsync(map: app => app.MapCoinMoebiusWebhooks(pattern));

        var status = await host.StatusOfAsync(host.Payment(), path ?? "/hooks/nobody/stripe");

        status.Should().Be(path is null ? HttpStatusCode.NotFound : HttpStatusCode.OK);
    }

    [Test]
    public async Task A_group_and_its_conventions_hold()
    {
        await using var host = await WebhookHost.StartAsync(map: app => app.MapGroup("/api").WithMetadata("of the group").MapCoinMoebiusWebhooks());

        (await host.StatusOfAsync(host.Payment(), "/api/webhooks/stripe")).Should().Be(HttpStatusCode.OK);
        var endpoint = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single();
        endpoint.Metadata.GetMetadata<string>().Should().Be("of the group");
        endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()!.RequiresValidation.Should().BeFalse();
        endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Select(it => it.StatusCode).Should().Equal(200, 400, 404, 413, 415, 500, 503);
        endpoint.DisplayName.Should().Contain("webhooks");
    }

    [Test]
    public async Task Antiforgery_lets_deliveries_pass()
    {
        await using var host = await WebhookHost.StartAsync(
            map: app =>
            {
                app.UseAntiforgery();
                app.MapCoinMoebiusWebhooks();
            },
            services: services => services.AddAntiforgery());

        (await host.StatusOfAsync(host.Payment())).Should().Be(HttpStatusCode.OK);
    }

    [TestCase("none", HttpStatusCode.OK)]
    [TestCase("endpoint", HttpStatusCode.Forbidden)]
    [TestCase("group", HttpStatusCode.Forbidden)]
    [TestCase("policy", HttpStatusCode.Forbidden)]
    public async Task A_fallback_policy_asks_no_user_of_a_provider_but_authorization_of_the_endpoint_counts(string required, HttpStatusCode expected)
    {
        var nobody = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        await using var host = await WebhookHost.StartAsync(
            map: app =>
            {
                app.UseAuthorization();
                var endpoint = required == "group"
                    ? app.MapGroup("").RequireAuthorization().MapCoinMoebiusWebhooks()
                    : app.MapCoinMoebiusWebhooks();
                _ = required switch
                {
                    "endpoint" => endpoint.RequireAuthorization(),
                    "policy" => endpoint.RequireAuthorization(nobody),
                    _ => endpoint,
                };
                app.MapCoinMoebiusStatus();
            },
            services: services => services.AddAuthorizationBuilder()
                .SetFallbackPolicy(nobody)
                .SetDefaultPolicy(nobody)
                .Services.AddAuthentication("Cookies").AddCookie(options => options.Events.OnRedirectToLogin = context =>
                {
                    context.Response.StatusCode = 403;
                    return Task.CompletedTask;
                }));

        (await host.StatusOfAsync(host.Payment())).Should().Be(expected);
        using var status = await host.Client.GetAsync(new Uri("/payments/status?paymentId=pi_1", UriKind.Relative));
        status.StatusCode.Should().Be(HttpStatusCode.Forbidden, "who may ask is the application's choice");
    }

    [Test]
    public async Task Neither_bodies_nor_secrets_nor_signatures_get_into_the_log()
    {
        await using var host = await WebhookHost.StartAsync();
        var webhook = host.Signer.Sign(new TestPayment
        {
            PaymentId = "pi_1",
            CustomerRef = "buyer-4711",
            Metadata = new Dictionary<string, string> { ["email"] = "buyer@shop.example" },
        });
        var signature = webhook.Headers["Stripe-Signature"].Split("v1=")[1];

        await host.StatusOfAsync(webhook);
        await host.StatusOfAsync(webhook with { Body = "{}"u8.ToArray() });
        using (await host.Client.GetAsync(new Uri("/payments/status?paymentId=pi_1", UriKind.Relative)))
        {
        }

        host.Logs.Entries.Where(entry => entry.Id is > 1000 and < 2000).Should().HaveCountGreaterThan(2);
        host.Logs.AllText.Should().NotContain(WebhookHost.Secret).And.NotContain(signature)
            .And.NotContain("buyer-4711").And.NotContain("buyer@shop.example").And.NotContain("checkout.session\",");
    }

    [Test]
    public async Task Unusable_settings_of_the_endpoints_fail_at_start_up()
    {
        await FluentActions.Awaiting(() => WebhookHost.StartAsync(hooks => hooks.ConfigureEndpoint(options => options.MaxBodySize = 0)))
            .Should().ThrowAsync<OptionsValidationException>().WithMessage("*MaxBodySize*");
        await FluentActions.Awaiting(() => WebhookHost.StartAsync(hooks => hooks.ConfigureStatusEndpoint(options => options.MetadataKeys.Add("customer_email"))))
            .Should().ThrowAsync<OptionsValidationException>().WithMessage("*personal data*");
    }
}
