using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Tests.Providers.Mobbex.Support;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexListingTests
{
    [Test]
    public async Task A_search_goes_over_all_pages_from_zero_on()
    {
        using var mobbex = new StubMobbex().Answer(Docs("A", "B")).Answer(Docs("C", "D")).Answer(Docs("E"));

        var found = await ReadAsync(mobbex.Client.ListOperationsAsync(new() { PageSize = 2, Reference = "a&b" }));

        found.Select(item => item.Uid).Should().Equal("A", "B", "C", "D", "E");
        mobbex.Calls.Select(call => call.Path).Should().Equal(
            "/p/operations?page=0&limit=2&reference=a%26b", "/p/operations?page=1&limit=2&reference=a%26b", "/p/operations?page=2&limit=2&reference=a%26b");
    }

    [Test]
    public async Task A_search_sends_every_filter()
    {
        using var mobbex = new StubMobbex().Answer(Docs());
        var day = new DateTimeOffset(2026, 5, 14, 1, 4, 21, TimeSpan.FromHours(-3));

        (await ReadAsync(mobbex.Client.ListOperationsAsync(new()
        {
            Status = MobbexStatusCode.Paid,
            Currency = "TEST",
            CreatedFrom = day,
            CreatedTo = day.AddDays(1),
            UpdatedFrom = day.AddDays(2),
            UpdatedTo = day.AddDays(3),
            Text = "Ana",
            Reference = "r",
            Test = true,
            Context = ["checkout", "plugin.value.checkout:web"],
        }))).Should().BeEmpty();

        mobbex.Call.Path.Should().Be(
            "/p/operations?page=0&limit=50&status=200&currency=TEST&created_from=2026-05-14T04%3A04%3A21.000Z&created_to=2026-05-15T04%3A04%3A21.000Z"
            + "&updated_from=2026-05-16T04%3A04%3A21.000Z&updated_to=2026-05-17T04%3A04%3A21.000Z&text=Ana&reference=r&test=true"
            + "&context=checkout%2Cplugin.value.checkout%3Aweb");
    }

    [Test]
    public async Task A_page_is_asked_for_only_when_the_one_before_was_read()
    {
        using var mobbex = new StubMobbex().Answer(Docs("A", "B"));

        await foreach (var item in mobbex.Client.ListOperationsAsync(new() { PageSize = 2 }))
        {
            item.Uid.Should().Be("A");
            break;
        }

        mobbex.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task An_api_that_gives_the_same_page_again_ends_the_listing()
    {
        using var mobbex = new StubMobbex().Answer(Docs("A", "B"));

        (await ReadAsync(mobbex.Client.ListOperationsAsync(new() { PageSize = 2 }))).Should().HaveCount(2);
        (await ReadAsync(mobbex.Client.ListSubscriptionsAsync())).Should().HaveCount(2);
        (await ReadAsync(mobbex.Client.ListSubscribersAsync("S1", new() { Search = "Ana" }))).Should().HaveCount(2);
        mobbex.Calls.Select(call => call.Path).Should().Equal(
            "/p/operations?page=0&limit=2", "/p/operations?page=1&limit=2", "/p/subscriptions?page=0", "/p/subscriptions?page=1",
            "/p/subscriptions/S1/subscriber?page=0&search=Ana", "/p/subscriptions/S1/subscriber?page=1&search=Ana");
    }

    [TestCase(0)]
    [TestCase(51)]
    public void A_page_has_a_size_that_mobbex_gives(int size)
    {
        using var mobbex = new StubMobbex();

        mobbex.Client.Invoking(client => client.ListOperationsAsync(new() { PageSize = size }))
            .Should().Throw<ArgumentException>().WithParameterName("query.PageSize");
    }

    [Test]
    public async Task A_watch_of_an_operation_yields_each_change_and_ends_when_it_is_decided()
    {
        using var mobbex = new StubMobbex().Answer(Operation("1")).Answer(Operation("1")).Answer(Operation("100")).Answer(Operation("999")).Answer(Operation("200"));
        var seen = new List<int>();

        await mobbex.Clock.RunAsync(WatchAsync());

        seen.Should().Equal(1, 100, 999, 200);
        mobbex.Calls.Should().HaveCount(5);

        async Task WatchAsync()
        {
            await foreach (var operation in mobbex.Client.WatchOperationAsync("P1"))
            {
                seen.Add(operation.StatusCode!.Value.Value);
            }
        }
    }

    [TestCase("400")]
    [TestCase("602")]
    public async Task A_watch_of_an_operation_ends_when_no_money_comes(string code)
    {
        using var mobbex = new StubMobbex().Answer(Operation(code));

        (await ReadAsync(mobbex.Client.WatchOperationAsync("P1"))).Should().ContainSingle();
    }

    [Test]
    public async Task A_watch_of_a_reference_goes_on_after_an_attempt_that_failed()
    {
        using var mobbex = new StubMobbex().Answer("""{"result":true,"data":[]}""").Answer(Records(("A", "400"))).Answer(Records(("B", "1"), ("A", "400"))).Answer(Records(("B", "200"), ("A", "400")));
        var seen = new List<string>();

        await mobbex.Clock.RunAsync(WatchAsync());

        seen.Should().Equal("A 400", "B 1", "B 200");

        async Task WatchAsync()
        {
            await foreach (var record in mobbex.Client.WatchTransactionsAsync("order-42"))
            {
                seen.Add($"{record.OperationId} {record.StatusCode}");
            }
        }
    }

    private static string Docs(params string[] ids) =>
        $$$"""{"result":true,"data":{"docs":[{{{string.Join(",", ids.Select(id => $$"""{"uid":"{{id}}"}"""))}}}]}}""";

    private static string Operation(string code) =>
        """{"result":true,"data":{"transaction":{"payment":{"id":"P1","status":{"code":"CODE"}}}}}""".Replace("CODE", code);

    private static string Records(params (string Id, string Code)[] records) =>
        $$"""{"result":true,"data":[{{string.Join(",", records.Select(record => $$"""{"uid":"{{record.Id}}","status":"{{record.Code}}"}"""))}}]}""";

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
