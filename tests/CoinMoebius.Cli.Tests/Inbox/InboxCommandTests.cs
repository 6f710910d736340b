using CoinMoebius.Cli.Inbox;
using CoinMoebius.Cli.Tests.Support;
using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Cli.Tests.Inbox;

public sealed class InboxCommandTests
{
    private string _file = "";

    private string Connection => $"Data Source={_file};Pooling=False";

    [SetUp]
    public async Task StoreAsync()
    {
        _file = Path.Combine(Path.GetTempPath(), $"coinmoebius-cli-{Guid.NewGuid():N}.db");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<Action<Sdk.EntityFrameworkCore.CoinMoebiusModelOptions>>(static _ => { });
        services.AddDbContext<InboxContext>(options => options.UseSqlite(Connection).EnableServiceProviderCaching(false));
        services.AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<InboxContext>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<InboxContext>();
        await context.Database.EnsureCreatedAsync();
        foreach (var id in new[] { "evt_waits", "evt_parked", "evt_done" })
        {
            await provider.GetRequiredService<IWebhookPipeline>().ProcessAsync(new(new PaymentEvent
            {
                Provider = PaymentProvider.Stripe,
                EventId = id,
                EventType = "checkout.session.completed",
                PaymentId = "pi_" + id,
                Status = PaymentStatus.Succeeded,
                Amount = 19.99m,
                Currency = "USD",
                RawBody = """{"id":"body"}"""u8.ToArray(),
            }));
        }

        await context.Database.ExecuteSqlRawAsync(
            """
            UPDATE coinmoebius_inbox SET state = 2, attempts = 16, error_type = 'System.InvalidOperationException', error_text = 'No stock.' WHERE event_id = 'evt_parked';
            UPDATE coinmoebius_inbox SET state = 1, processed_at = received_at WHERE event_id = 'evt_done';
            """);
    }

    [TearDown]
    public void Delete()
    {
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task The_list_shows_states_errors_and_what_waits()
    {
        var run = await RunAsync("list");

        run.Code.Should().Be(ExitCode.Success);
        run.Out.Should().Contain("evt_parked").And.Contain("InvalidOperationException: No stock.").And.MatchRegex("1 pending, the oldest for [0-9]+ s; 1 parked\\.");
        (await RunAsync("list", "--state", "parked")).Out.Should().Contain("pi_evt_parked").And.NotContain("pi_evt_done");
        (await RunAsync("list", "--json")).Results.Should().HaveCount(3).And.Contain(entry => entry.GetProperty("errorText").GetString() == "No stock.");
        (await RunAsync("list", "--limit", "1")).Out.Should().Contain("--before");
    }

    [Test]
    public async Task One_event_is_shown_with_its_content_and_its_body()
    {
        var id = await IdAsync("evt_parked");

        (await RunAsync("show", id)).Out.Should().Contain("No stock.").And.Contain("\"amount\":\"19.99\"");
        (await RunAsync("show", id, "--json")).Results.Should().ContainSingle().Which.GetProperty("event").GetProperty("status").GetString().Should().Be("succeeded");
        (await RunAsync("show", id, "--body")).Out.Should().Be("""{"id":"body"}""");
        var missing = await RunAsync("show", "4711");
        (missing.Code, missing.Error.Contains("4711")).Should().Be((ExitCode.Failure, true));
    }

    [Test]
    public async Task Parked_events_are_queued_again_and_handled_ones_are_not()
    {
        var run = await RunAsync("requeue", "--parked");

        (run.Code, run.Out).Should().Be((ExitCode.Success, "1 event will be tried again.\n"));
        (await RunAsync("list", "--state", "parked")).Out.Should().Contain("No such events");
        (await RunAsync("requeue", await IdAsync("evt_done"))).Code.Should().Be(ExitCode.Failure);
    }

    [Test]
    public async Task Old_events_are_deleted_on_request()
    {
        (await RunAsync("purge", "--state", "processed", "--older-than", "1.00:00:00", "--json")).Out.Should().Be("{\"deleted\":0}\n");
        (await RunAsync("purge", "--state", "processed", "--older-than", "-0.00:00:01")).Code.Should().Be(ExitCode.Usage);
        (await RunAsync("purge", "--state", "parked", "--older-than", "0.00:00:00")).Error.Should().Contain("--yes");
        (await RunAsync("purge", "--state", "pending", "--older-than", "0.00:00:00")).Error.Should().Contain("lost");
    }

    [TestCase("list", "--connection", "Data Source=/no/such/folder/shop.db", "the database cannot be used")]
    [TestCase("list", "--connection", "nonsense", "neither for PostgreSQL")]
    [TestCase("list", "--connection-env", "NOT_SET", "NOT_SET")]
    [TestCase("requeue", "--connection", "Data Source=x.db", "--parked")]
    public async Task What_is_wrong_is_named(string command, string option, string value, string expected)
    {
        var run = await CommandLine.RunAsync("", "inbox", command, option, value);

        run.Code.Should().Be(ExitCode.Usage);
        run.Error.Should().Contain(expected);
    }

    [Test]
    public async Task The_connection_string_comes_from_the_environment()
    {
        var run = await CommandLine.RunAsync([], io => io with { Variable = name => name == "COINMOEBIUS_INBOX" ? Connection : null }, "inbox", "list");

        run.Code.Should().Be(ExitCode.Success);
    }

    private async Task<string> IdAsync(string eventId) =>
        (await RunAsync("list", "--json")).Results.Single(entry => entry.GetProperty("eventId").GetString() == eventId).GetProperty("id").GetInt64()
            .ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Task<CommandOutcome> RunAsync(params string[] args) => CommandLine.RunAsync("", ["inbox", .. args, "--connection", Connection]);
}
