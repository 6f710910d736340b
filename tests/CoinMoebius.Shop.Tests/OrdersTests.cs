using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing;
using Shop;

namespace CoinMoebius.Shop.Tests;

public sealed class OrdersTests
{
    private readonly Orders _orders = new(new ManualTimeProvider());

    [SetUp]
    public void AddOrders()
    {
        _orders.Add(Order("order-1", "paypal", "tx_1"));
        _orders.Add(Order("order-2", "paypal", "tx_2"));
        _orders.Add(Order("order-3", "authorizenet", "tx_3"));
    }

    [Test]
    public void The_orders_id_in_the_metadata_finds_the_order() =>
        _orders.Apply(Event("paypal", "P1") with { Metadata = new Dictionary<string, string> { ["orderId"] = "order-2" } })!.Id.Should().Be("order-2");

    [Test]
    public void The_transaction_finds_the_order([Values] bool isReference) =>
        _orders.Apply(isReference ? Event("paypal", "P1") with { Reference = "tx_2" } : Event("paypal", "tx_2"))!.Id.Should().Be("order-2");

    [Test]
    public void A_refund_that_knows_only_the_payment_finds_the_order_of_any_of_its_payments()
    {
        _orders.Apply(Event("paypal", "CAPTURE-1", PaymentStatus.Failed) with { Reference = "tx_2" });
        _orders.Apply(Event("paypal", "CAPTURE-2") with { Reference = "tx_2" });

        _orders.Apply(Event("paypal", "CAPTURE-2", PaymentStatus.Refunded))!.Status.Should().Be("refunded");
        _orders.Find("order-2")!.Status.Should().Be("refunded");
    }

    [Test]
    public void A_refund_with_an_id_of_its_own_finds_the_order_by_the_reference()
    {
        _orders.Apply(Event("authorizenet", "60001") with { Reference = "tx_3" });

        _orders.Apply(Event("authorizenet", "60002", PaymentStatus.Refunded) with { Reference = "tx_3" })!.Status.Should().Be("refunded");
    }

    [Test]
    public void A_payment_id_counts_more_than_a_reference()
    {
        _orders.Apply(Event("paypal", "P1") with { Reference = "tx_1" });

        _orders.Apply(Event("paypal", "P1", PaymentStatus.Refunded) with { Reference = "tx_2" })!.Id.Should().Be("order-1");
    }

    [Test]
    public void Another_providers_event_is_about_no_order()
    {
        _orders.Apply(Event("stripe", "tx_1") with { Reference = "tx_1", Metadata = new Dictionary<string, string> { ["orderId"] = "order-1" } })
            .Should().BeNull();
        _orders.Find("order-1")!.History.Should().BeEmpty();
    }

    [Test]
    public void An_event_about_nothing_known_changes_nothing()
    {
        _orders.Apply(Event("paypal", "P9") with { Reference = "tx_9" }).Should().BeNull();

        new[] { "order-1", "order-2", "order-3" }.Should().OnlyContain(id => _orders.Find(id)!.Status == "new");
    }

    [Test]
    public async Task A_reader_sees_the_orders_there_are_and_then_every_change()
    {
        await using var reader = _orders.WatchAsync(CancellationToken.None).GetAsyncEnumerator();
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            (await reader.MoveNextAsync()).Should().BeTrue();
            seen.Add(reader.Current.Id);
        }

        var next = reader.MoveNextAsync();
        _orders.Apply(Event("paypal", "P1") with { Reference = "tx_2" });
        (await next).Should().BeTrue();

        seen.Should().Equal("order-1", "order-2", "order-3");
        reader.Current.Should().Match<Order>(order => order.Id == "order-2" && order.Status == "succeeded");
    }

    private static Order Order(string id, string provider, string transactionId) =>
        new(id, Catalogue.Products[0], provider, transactionId, new DateTimeOffset(2026, 5, 14, 0, 0, id[^1] - '0', TimeSpan.Zero));

    private static PaymentEvent Event(string provider, string paymentId, PaymentStatus? status = null) => new()
    {
        Provider = new PaymentProvider(provider),
        EventId = "evt",
        EventType = "test",
        Status = status ?? PaymentStatus.Succeeded,
        PaymentId = paymentId,
        Amount = 19.99m,
        Currency = "USD",
    };
}
