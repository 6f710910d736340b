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
            "--Logging:LogLevel:Default", "Warning");
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
    public async Task A_purchase_on_any_rail_of_Coin_Moebius_is_one_payment_and_leaves_nothing_to_ask_about()
    {
        string[] rails = ["stripe", "paypal", "square", "authorizenet", "nowpayments", "dodopayments", "coinbase-business", "cryptomus", "makepay", "monero"];
        foreach (var rail in rails)
        {
            using var answer = await Http.PostAsync(
                new Uri(_shop.Address, "/checkout"), new FormUrlEncodedContent([new("productId", "t-shirt"), new("provider", rail)]));
            answer.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
        }

        using var stream = await Http.GetStreamReaderAsync(new Uri(_shop.Address, "/api/orders/events").AbsoluteUri);
        var desk = _shop.Desks.Single(one => one.Name == "Coin Moebius").Url;
        var page = await Http.GetStringAsync(desk);
        foreach (var pay in PayPath().Matches(page).Select(match => match.Value).Distinct())
        {
            using var paid = await Http.PostAsync(new Uri(desk, pay), null);
        }

        await UntilAllSucceededAsync(stream, rails.Length);

        Read("SELECT p.provider, p.expected_amount = o.price, p.order_reference = o.id, p.status, p.check_at IS NULL FROM orders o"
            + " LEFT JOIN coinmoebius_payments p ON p.order_reference = o.id ORDER BY p.provider")
            .Should().Equal(rails.Order(StringComparer.Ordinal).Select(rail => $"{rail}|1|1|succeeded|1"));
        Read("SELECT COUNT(*) FROM coinmoebius_payments").Should().Equal([$"{rails.Length}"], "each is joined with what was expected");
        Read("SELECT COUNT(*) FROM order_events WHERE status = 'succeeded' AND is_first_of_status").Should().Equal($"{rails.Length}");
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
