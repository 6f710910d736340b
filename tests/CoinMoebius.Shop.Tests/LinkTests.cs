using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoinMoebius.Shop.Tests.Support;
using Microsoft.Data.Sqlite;
using Shop;

namespace CoinMoebius.Shop.Tests;

/// <summary>The shop without a browser: what it expects and what webhooks tell become one payment on every rail.</summary>
public sealed partial class LinkTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private ShopFile _file = null!;
    private ShopApplication _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _file = ShopFile.Create();
        _shop = await ShopApplication.BuildAsync(
            "--contentRoot", ShopFolder.Path, "--urls", "http://127.0.0.1:0", "--ConnectionStrings:Shop", _file.ConnectionString,
            "--Inbox:ReconcileAfter", "00:00:02", "--Logging:LogLevel:Default", "Warning");
        await _shop.StartAsync();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _shop.StopAsync();
        await _shop.DisposeAsync();
        _file.Dispose();
    }

    [Test]
    public async Task A_purchase_on_any_rail_is_one_payment_also_when_the_reconciler_has_passed()
    {
        string[] rails =
        [
            "stripe", "paypal", "square", "authorizenet", "nowpayments", "dodopayments", "coinbase-business", "cryptomus", "makepay", "monero",
            "inqud", "coinflow", "mobbex",
        ];
        foreach (var rail in rails)
        {
            await BuyAsync(rail);
        }

        using var stream = await Http.GetStreamReaderAsync(new Uri(_shop.Address, "/api/orders/events").AbsoluteUri);
        foreach (var desk in _shop.Desks)
        {
            var page = await Http.GetStringAsync(desk.Url);
            foreach (var pay in PayPath().Matches(page).Select(match => match.Value).Distinct())
            {
                using var paid = await Http.PostAsync(new Uri(desk.Url, pay), null);
            }
        }

        await UntilAllSucceededAsync(stream, rails.Length);
        await BuyAsync("stripe");
        await UntilAskedAboutTheLastAsync();

        Read("SELECT p.provider, p.expected_amount = o.price, p.order_reference = o.id, p.status, p.check_at IS NULL, p.last_event_id LIKE 'reconciled:%'"
            + " FROM orders o LEFT JOIN coinmoebius_payments p ON p.order_reference = o.id WHERE o.status = 'succeeded' ORDER BY p.provider")
            .Should().Equal(rails.Order(StringComparer.Ordinal).Select(rail => $"{rail}|1|1|succeeded|1|0"));
        Read("SELECT COUNT(*) FROM coinmoebius_payments").Should().Equal([$"{rails.Length + 1}"], "each is joined with what was expected");
        Read("SELECT COUNT(*) FROM order_events WHERE status = 'succeeded' AND is_first_of_status").Should().Equal($"{rails.Length}");
        Read("SELECT COUNT(*) FROM orders WHERE shipped_at IS NOT NULL AND amount_paid > 0").Should().Equal($"{rails.Length}");
        await EachIsFoundByItsTransactionAsync();
    }

    // The page that a buyer waits on knows no other id.
    private async Task EachIsFoundByItsTransactionAsync()
    {
        foreach (var row in Read("SELECT transaction_id, status FROM orders WHERE transaction_id IS NOT NULL").Select(row => row.Split('|')))
        {
            var told = await Http.GetStringAsync(new Uri(_shop.Address, $"/payments/status?paymentId={Uri.EscapeDataString(row[0])}"));
            told.Should().Contain(row[1] == "succeeded" ? "\"status\":\"success\"" : "\"status\":\"pending\"");
        }
    }

    private async Task BuyAsync(string rail)
    {
        using var answer = await Http.PostAsync(
            new Uri(_shop.Address, "/checkout"), new FormUrlEncodedContent([new("productId", "t-shirt"), new("provider", rail)]));
        answer.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
    }

    // Nobody pays the last one, which was due after all the others.
    private async Task UntilAskedAboutTheLastAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Read("SELECT checks FROM coinmoebius_payments WHERE last_event_id = ''") is not [var checks] || checks == "0")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    private static async Task UntilAllSucceededAsync(StreamReader stream, int count)
    {
        var paid = new HashSet<string>();
        while (paid.Count < count)
        {
            using var order = JsonDocument.Parse((await stream.ReadLineStartingWithAsync("data:").WaitAsync(TimeSpan.FromMinutes(2)))["data:".Length..]);
            if (order.RootElement.GetProperty("status").GetString() == "succeeded")
            {
                paid.Add(order.RootElement.GetProperty("id").GetString()!);
            }
        }
    }

    private List<string> Read(string sql)
    {
        using var connection = new SqliteConnection(_file.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    [GeneratedRegex("/simulator/transactions/[^/\"]+/pay(?=\")")]
    private static partial Regex PayPath();
}
