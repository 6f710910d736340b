using System.Net;
using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.PolicyHandlers.Tests.Support;
using CoinMoebius.Sdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests;

/// <summary>Handlers of others may try what they like: the call's own rule says what reaches the wire.</summary>
public sealed class SentOnceTests
{
    private static IEnumerable<TestCaseData> Acting => Cases(kind => kind.Act is not null);

    private static IEnumerable<TestCaseData> Reading => Cases(kind => kind.Read is not null);

    [TestCaseSource(nameof(Acting))]
    public async Task A_call_that_acts_reaches_the_wire_once_when_its_answer_is_lost(ClientKind kind, Neighbours neighbours)
    {
        var wire = Wire.LosesAnswers();
        await using var provider = neighbours.Build(kind, wire);

        var failure = (await kind.Awaiting(it => it.Act!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusTransportException>()).Which;

        wire.Sends.Should().ContainSingle();
        failure.InnerException.Should().BeOfType<HttpRequestException>().Which.Message.Should().Be("the answer was lost");
    }

    [TestCaseSource(nameof(Acting))]
    public async Task A_call_that_acts_reaches_the_wire_once_when_it_fails_and_keeps_its_answer(ClientKind kind, Neighbours neighbours)
    {
        var wire = Wire.Answers(HttpStatusCode.InternalServerError);
        await using var provider = neighbours.Build(kind, wire);

        var failure = (await kind.Awaiting(it => it.Act!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusApiException>()).Which;

        wire.Sends.Should().ContainSingle();
        failure.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        failure.ResponseBody.Should().Contain("answer_1", "whoever tried again had disposed of it");
    }

    [TestCaseSource(nameof(Reading))]
    public async Task A_call_that_may_be_repeated_is_sent_as_often_as_our_rule_says_and_not_times_theirs(ClientKind kind, Neighbours neighbours)
    {
        var wire = Wire.Answers(HttpStatusCode.InternalServerError);
        await using var provider = neighbours.Build(kind, wire);

        await kind.Awaiting(it => it.Read!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusApiException>();

        wire.Sends.Should().HaveCount(4);
    }

    [TestCaseSource(nameof(Reading))]
    public async Task Without_retries_of_ours_theirs_are_sent_and_credentials_are_there_once_and_fresh(ClientKind kind, Neighbours neighbours)
    {
        var wire = Wire.Answers(HttpStatusCode.InternalServerError);
        await using var provider = neighbours.Build(kind, wire, maxRetries: 0);

        await kind.Awaiting(it => it.Read!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusApiException>();

        wire.Sends.Should().HaveCountGreaterThan(1);
        wire.Sends.Should().OnlyContain(send => kind.Credentials.All(name => send[name].Length == 1));
        foreach (var name in kind.Fresh)
        {
            wire.Sends.Select(send => send[name][0]).Should().OnlyHaveUniqueItems();
        }
    }

    [TestCaseSource(nameof(Reading))]
    public async Task Attempts_of_ours_have_their_credentials_once_and_fresh(ClientKind kind, Neighbours neighbours)
    {
        var wire = Wire.Answers(HttpStatusCode.ServiceUnavailable);
        await using var provider = neighbours.Build(kind, wire);

        await kind.Awaiting(it => it.Read!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusApiException>();

        wire.Sends.Should().OnlyContain(send => kind.Credentials.All(name => send[name].Length == 1));
        foreach (var name in kind.Fresh)
        {
            wire.Sends.Select(send => send[name][0]).Should().OnlyHaveUniqueItems();
        }
    }

    [Test]
    public async Task A_default_header_of_the_HttpClient_does_not_stand_beside_a_credential()
    {
        foreach (var kind in ClientKind.All.Where(kind => kind.Read is not null))
        {
            var wire = Wire.Answers(HttpStatusCode.BadRequest);
            var services = new ServiceCollection();
            kind.Add(services, _ => { }).ConfigurePrimaryHttpMessageHandler(() => wire).ConfigureHttpClient(http =>
            {
                foreach (var name in kind.Credentials)
                {
                    http.DefaultRequestHeaders.TryAddWithoutValidation(name, "theirs");
                }
            });
            await using var provider = services.BuildServiceProvider();

            await kind.Awaiting(it => it.Read!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusApiException>();

            wire.Sends.Single().Should().Match<Dictionary<string, string[]>>(
                send => kind.Credentials.All(name => send[name].Length == 1 && send[name][0] != "theirs"), "{0} sends its own", kind);
        }
    }

    [TestCase(429, null, 4)]
    [TestCase(503, "0", 4)]
    [TestCase(503, null, 1)]
    public async Task What_the_api_has_not_acted_on_may_be_sent_again_by_whomever(int status, string? retryAfter, int sends)
    {
        var kind = ClientKind.All.Single(it => it.Name == "NOWPayments");
        foreach (var maxRetries in new[] { 0, 3 })
        {
            var wire = new Wire(count =>
            {
                var answer = Wire.Answer((HttpStatusCode)status, count);
                answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter is null ? [] : [retryAfter]);
                return Task.FromResult(answer);
            });
            await using var provider = Neighbours.Aspire.Build(kind, wire, maxRetries);

            await kind.Awaiting(it => it.Act!(it.Find(provider))).Should().ThrowAsync<CoinMoebiusApiException>();

            wire.Sends.Should().HaveCount(sends);
        }
    }

    [Test]
    public async Task A_card_is_charged_once_under_the_defaults_of_Aspire_when_the_answer_is_lost()
    {
        var simulator = new CoinflowSimulator(new CoinflowSimulatorOptions { ApiKey = "key", MerchantId = "m" });
        var lost = new LostAnswer { InnerHandler = simulator.CreateHandler() };
        var services = new ServiceCollection();
        services.AddLogging();
        Neighbours.Aspire.Before(services);
        services.AddCoinflowClient(options => (options.BaseAddress, options.ApiKey, options.MerchantId) = (simulator.BaseAddress, "key", "m"))
            .ConfigurePrimaryHttpMessageHandler(() => lost);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ICoinflowClient>();
        var session = await client.CreateSessionAsync(CoinflowPayer.ForUser("user-1"));
        lost.IsOn = true;

        await client.Awaiting(it => it.PayBySavedCardAsync(session, new() { Subtotal = CoinflowMoney.FromAmount(20m), Token = "tok" }))
            .Should().ThrowAsync<CoinMoebiusTransportException>();

        lost.IsOn = false;
        (await client.ListPayerPaymentsAsync(session)).Should().ContainSingle();
    }

    [Test]
    public async Task A_second_send_beside_the_first_waits_for_its_answer_and_shares_it()
    {
        var kind = ClientKind.All.Single(it => it.Name == "NOWPayments");
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var wire = new Wire(async _ =>
        {
            await both.Task;
            return new HttpResponseMessage { Content = new StringContent("""{"id":"7","invoice_url":"https://pay.example/7"}""") };
        });
        var services = new ServiceCollection();
        services.AddLogging();
        kind.Add(services, _ => { }).AddHttpMessageHandler(() => new SideBySide(both)).ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var provider = services.BuildServiceProvider();

        await kind.Act!(kind.Find(provider));

        wire.Sends.Should().ContainSingle();
    }

    [Test]
    public async Task Names_of_ours_that_others_use_are_left_alone()
    {
        var wire = Wire.Answers(HttpStatusCode.InternalServerError);
        var services = new ServiceCollection();
        services.AddStripePortalClient(options => options.ApiKey = "sk_test_1")
            .AddHttpMessageHandler(() => new Again(Again.Message.TheSame)).ConfigurePrimaryHttpMessageHandler(() => wire);
        await using var provider = services.BuildServiceProvider();
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("Stripe");

        (await http.PostAsync(new Uri("https://api.stripe.com/v1/refunds"), null)).Dispose();

        wire.Sends.Should().HaveCount(4);
        wire.Sends.Should().NotContain(send => send.ContainsKey("Authorization"));
    }

    private static IEnumerable<TestCaseData> Cases(Func<ClientKind, bool> choose) =>
        from kind in ClientKind.All.Where(choose)
        from neighbours in Neighbours.All
        select new TestCaseData(kind, neighbours).SetArgDisplayNames(kind.Name, neighbours.Name);

    private sealed class LostAnswer : DelegatingHandler
    {
        public bool IsOn { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return IsOn ? throw new HttpRequestException("the answer was lost") : response;
        }
    }

    /// <summary>Sends twice at a time, as hedging does, and takes the second answer.</summary>
    private sealed class SideBySide(TaskCompletionSource both) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var first = base.SendAsync(request, cancellationToken);
            var second = base.SendAsync(request, cancellationToken);
            second.IsCompleted.Should().BeFalse("it cannot know yet whether it may be sent");
            both.SetResult();
            (await first).Dispose();
            return await second;
        }
    }
}
