using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoinMoebius.Conventions.Docs;

/// <summary>The page about what events mean: its table is what the mappers do, and its handler books the same for all providers.</summary>
public sealed class EventsPageTests
{
    private static readonly MarkdownFile Page = new("docs/events.md");

    [Test]
    public async Task The_table_says_what_the_mappers_make_of_each_provider_s_webhooks()
    {
        var rows = new List<string>();
        foreach (var life in Life.All)
        {
            rows.Add(await RowAsync(life));
        }

        Page.Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(c => c == '|') > 10).Should().Equal(rows);
    }

    [Test]
    public async Task The_handler_books_the_same_sums_whoever_carries_the_payment()
    {
        var code = SnippetCompiler.Load(Page.Snippets.Single(snippet => snippet.Code.Contains("class BookMoney", StringComparison.Ordinal)));
        var (handler, books) = (code.GetType("BookMoney")!, Activator.CreateInstance(code.GetType("Books")!)!);
        var events = new List<PaymentEvent>();
        foreach (var life in Life.All)
        {
            events.AddRange(await TellAsync(life));
        }

        await HandleAsync(events, services => services.AddSingleton(books.GetType(), books).AddScoped(typeof(IWebhookHandler<PaymentEvent>), handler));

        foreach (var life in Life.All)
        {
            // At Authorize.Net a refund is a transaction of its own.
            var told = events.FindAll(told => told.Provider.Value == life.Name);
            var accounts = told.Select(told => $"{life.Name}:{told.PaymentId}").Distinct().ToList();
            (Sum(accounts, "paid"), Sum(accounts, "refunded"), Sum(accounts, "disputed")).Should()
                .Be((Life.Price, told.Exists(told => told.Refund is not null) ? Life.Part : 0, 0m), "of {0}", life.Name);
        }

        decimal Sum(List<string> accounts, string heading) => accounts.Sum(account => (decimal)books.GetType().GetMethod("Sum")!.Invoke(books, [account, heading])!);
    }

    /// <summary>An attempt fails, the buyer pays, two parts are refunded of which one fails, and a dispute is opened and won.</summary>
    private static async Task<IEnumerable<PaymentEvent>> TellAsync(Life life)
    {
        const decimal Other = 3m;
        PaymentEvent?[] told =
        [
            await life.HearAsync(life.Payment("evt_1") with { Status = PaymentStatus.Failed }),
            await life.HearAsync(life.Payment("evt_2")),
            await PartAsync(life, life.Refund("evt_3", "re1", Life.Part, Life.Part)),
            .. life.Signer.RefundStatuses.Contains(RefundStatus.Failed)
                ? (PaymentEvent?[])
                [
                    await PartAsync(life, life.Refund("evt_4", "re2", Other, Life.Part + Other)),
                    await life.HearAsync(life.Refund("evt_5", "re2", Other, Life.Part + Other, RefundStatus.Failed)),
                ]
                : [],
            .. life.Signer.DisputeOutcomes.Contains(DisputeOutcome.Won)
                ? (PaymentEvent?[])[await life.HearAsync(life.Dispute("evt_6", DisputeOutcome.Open)), await life.HearAsync(life.Dispute("evt_7", DisputeOutcome.Won))]
                : [],
        ];
        return told.OfType<PaymentEvent>();
    }

    // Some rails give back all or nothing.
    private static async Task<PaymentEvent?> PartAsync(Life life, Sdk.Testing.TestPayment refund) =>
        await life.HearAsync(refund) is { } told && told.Refund?.Amount == refund.Refund!.Amount ? told : null;

    private static async Task HandleAsync(List<PaymentEvent> events, Action<IServiceCollection> add)
    {
        var file = Path.Combine(Path.GetTempPath(), $"coinmoebius-{Guid.NewGuid():N}.db");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<Merchant>(options => options.UseSqlite($"Data Source={file};Pooling=False"));
        builder.Services.AddCoinMoebiusWebhooks().UseEntityFrameworkInbox<Merchant>(options => (options.MaxParallelism, options.AcceptTimeout) = (1, TimeSpan.FromMinutes(1)));
        add(builder.Services);
        using var host = builder.Build();
        try
        {
            await using (var scope = host.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<Merchant>().Database.EnsureCreatedAsync();
            }

            var done = new SemaphoreSlim(0);
            using var subscription = host.Services.GetRequiredService<IPaymentEventNotifier>().Subscribe(_ => done.Release());
            await host.StartAsync();
            var pipeline = host.Services.GetRequiredService<IWebhookPipeline>();
            foreach (var told in events)
            {
                (await pipeline.ProcessAsync(new(told))).Should().Be(WebhookDisposition.Accepted);
            }

            for (var i = 0; i < events.Count; i++)
            {
                (await done.WaitAsync(TimeSpan.FromSeconds(60))).Should().BeTrue("{0} events should be handled", events.Count);
            }

            await host.StopAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RowAsync(Life life)
    {
        var part = await life.HearAsync(life.Refund("evt_3", "re1", Life.Part, Life.Part));
        var full = await life.HearAsync(life.Refund("evt_4", "re2", Life.Price, Life.Price));
        var failed = await life.HearAsync(life.Refund("evt_5", "re2", Life.Part, Life.Part, RefundStatus.Failed));
        var paid = await life.HearAsync(life.Payment("evt_2"));
        var renewed = await life.HearAsync(new Sdk.Testing.TestSubscription { SubscriptionId = "sub_42", IsFirstPeriod = false, EventId = "evt_8" });
        string?[] cells =
        [
            full is null ? null : Say(full.PaymentId == life.PaymentId),
            full is null ? null : Say(part?.Refund?.Amount == Life.Part),
            full is null ? null : Say(full.Refund?.Id is not null),
            full is null ? null : Say(full.Refund?.TotalAmount is not null),
            full is null ? null : Say(full.Refund?.IsFull == true),
            failed is null ? null : Say(failed.Refund?.Status == RefundStatus.Failed),
            await DisputeAsync(DisputeOutcome.Open),
            await DisputeAsync(DisputeOutcome.Won),
            await DisputeAsync(DisputeOutcome.Lost),
            Say(paid?.CheckoutId is not null),
            renewed is null ? null : Say(renewed.ChargeId is not null),
            renewed is null ? null : Say(renewed.IsFirstPeriod == false),
        ];
        return $"| `{life.Name}` | {string.Join(" | ", cells.Select(cell => cell ?? "–"))} |";

        async Task<string?> DisputeAsync(DisputeOutcome outcome) =>
            await life.HearAsync(life.Dispute("evt_6", outcome)) is { } told ? Say(told.Dispute?.Outcome == outcome) : null;
    }

    private static string Say(bool isSo) => isSo ? "yes" : "no";

    private sealed class Merchant(DbContextOptions<Merchant> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddCoinMoebius();
    }
}
