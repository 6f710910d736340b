using CoinMoebius.Sdk.EntityFrameworkCore.Model;
using CoinMoebius.Sdk.EntityFrameworkCore.Tests.Support;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Sdk.EntityFrameworkCore.Tests;

/// <summary>What breaks a rule of the inbox is told which one, not what it made some other library say.</summary>
public sealed class NamedRuleTests
{
    [Test]
    public async Task A_handler_that_begins_or_ends_a_transaction_is_told_the_rule(
        [ValueSource(typeof(Engine), nameof(Engine.All))] string engineName, [Values("begin", "begin synchronously", "commit", "roll back")] string what)
    {
        await using var engine = await Engine.CreateAsync(engineName);
        await using var node = await Node.StartAsync(engine, options => options.MaxAttempts = 1, add: services => services
            .AddSingleton(new Transactor.Way(what))
            .AddScoped<IWebhookHandler<PaymentEvent>, Transactor>());

        await node.AcceptAsync(Sample.Payment("evt_1"));

        var parked = await node.UntilAsync(row => row.State == WebhookInboxState.Parked);
        parked.ErrorText.Should().Contain(what.StartsWith("begin", StringComparison.Ordinal) ? "A handler began a transaction." : "A handler ended the transaction of the inbox")
            .And.Contain("must not begin, commit or roll back a transaction on the context of its scope");
        await node.UntilLoggedAsync(1312, 1);
        (await node.EffectsAsync()).Should().HaveCount(what == "commit" ? 1 : 0);
    }

    [Test]
    public async Task A_failure_of_a_handler_s_own_is_stored_as_it_is()
    {
        await using var engine = await Engine.CreateAsync("sqlite");
        await using var node = await Node.StartAsync(engine, options => options.MaxAttempts = 1);
        node.Handle = (_, _, _) => throw new InvalidOperationException("The stock is empty.");

        await node.AcceptAsync(Sample.Payment("evt_1"));

        (await node.UntilAsync(row => row.State == WebhookInboxState.Parked)).ErrorText.Should().Be("The stock is empty.");
        node.Logged.Should().NotContain(1312);
    }

    [TestCase("expect", "IPaymentLedger.ExpectAsync")]
    [TestCase("purge", "IWebhookInbox")]
    [TestCase("forward", "IWebhookPipeline")]
    public async Task A_handler_over_SQLite_is_told_what_it_must_not_call(string what, string named)
    {
        await using var engine = await Engine.CreateAsync("sqlite");
        await using var node = await Node.StartAsync(engine, options => options.MaxAttempts = 1);
        node.Handle = (_, _, cancellationToken) => what switch
        {
            "expect" => node.Ledger.ExpectAsync(Sample.Expected(), cancellationToken),
            "forward" => node.AcceptAsync(Sample.Payment("evt_2")),
            _ => node.Inbox.PurgeAsync(WebhookInboxState.Processed, TimeSpan.Zero, cancellationToken),
        };

        await node.AcceptAsync(Sample.Payment("evt_1"));

        (await node.UntilAsync(row => row.State == WebhookInboxState.Parked)).ErrorText.Should().Contain(named).And.Contain("outside of handlers");
    }

    [Test]
    public async Task A_provider_that_is_not_supported_ends_the_start_with_those_that_are()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<MerchantContext>(options => options.UseInMemoryDatabase("shop"));
        builder.Services.AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<MerchantContext>();
        using var host = builder.Build();

        await host.Invoking(it => it.StartAsync()).Should().ThrowAsync<NotSupportedException>()
            .WithMessage("*SQLite and PostgreSQL*Microsoft.EntityFrameworkCore.InMemory*UseSqlite or UseNpgsql*");
    }

    [Test]
    public async Task An_event_that_is_parked_after_every_process_died_counts_no_more_attempts_than_there_are()
    {
        await using var engine = await Engine.CreateAsync("sqlite");
        await using (var before = await Node.StartAsync(engine, add: services => services.RemoveAll<IHostedService>()))
        {
            await before.AcceptAsync(Sample.Payment("evt_1"));
            await using var context = before.Open();
            await context.Set<InboxRow>().ExecuteUpdateAsync(row => row.SetProperty(it => it.Attempts, 5).SetProperty(it => it.FinalAttemptAt, 1));
        }

        await using var node = await Node.StartAsync(engine, options => options.MaxAttempts = 3);
        await node.UntilLoggedAsync(1304, 1);

        node.Lines.Single(line => line.Id == 1304).Text.Should().Contain("after 3 attempts");
    }
}

/// <summary>Uses a transaction of its own.</summary>
public sealed class Transactor(MerchantContext database, Transactor.Way way) : IWebhookHandler<PaymentEvent>
{
    /// <summary>What it does.</summary>
    public sealed record Way(string What);

    public async Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        switch (way.What)
        {
            case "begin":
                await database.Database.BeginTransactionAsync(cancellationToken);
                break;
            case "begin synchronously":
                database.Database.BeginTransaction();
                break;
            case "commit":
                await database.Database.CommitTransactionAsync(cancellationToken);
                break;
            default:
                await database.Database.RollbackTransactionAsync(cancellationToken);
                break;
        }
    }
}
