using CoinMoebius.Sdk;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Shop.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shop;
using Shop.Data;

namespace CoinMoebius.Shop.Tests;

/// <summary>Finding the order that an event is about, and telling those who watch.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
public sealed class OrdersTests(string engine)
{
    private readonly FakeTimeProvider _clock = new();
    private readonly IPaymentEventNotifier _notifier =
        new ServiceCollection().AddCoinMoebiusWebhooks().Services.BuildServiceProvider().GetRequiredService<IPaymentEventNotifier>();
    private TestDatabase _database = null!;

    [SetUp]
    public async Task AddOrdersAsync()
    {
        _database = await TestDatabase.CreateAsync(engine);
        await _database.AddAsync(Order("order-1", "paypal", "tx_1"));
        await _database.AddAsync(Order("order-2", "paypal", "tx_2"));
        await _database.AddAsync(Order("order-3", "authorizenet", "tx_3"));
    }

    [TearDown]
    public void Close() => _database?.Dispose();

    [Test]
    public async Task The_orders_id_in_the_metadata_finds_the_order() =>
        (await HandleAsync(Event("paypal", "P1") with { Metadata = new Dictionary<string, string> { ["orderId"] = "order-2" } }))!.Id.Should().Be("order-2");

    [Test]
    public async Task The_transaction_finds_the_order([Values] bool isReference) =>
        (await HandleAsync(isReference ? Event("paypal", "P1") with { Reference = "tx_2" } : Event("paypal", "tx_2")))!.Id.Should().Be("order-2");

    [Test]
    public async Task A_refund_that_knows_only_the_payment_finds_the_order_of_any_of_its_payments()
    {
        var paid = Event("paypal", "CAPTURE-2") with { Reference = "tx_2" };
        await HandleAsync(Event("paypal", "CAPTURE-1", PaymentStatus.Failed) with { Reference = "tx_2" });
        await HandleAsync(paid);
        var refund = Event("paypal", "CAPTURE-2", PaymentStatus.Refunded) with { Refund = new() { Amount = 19.99m, Status = RefundStatus.Succeeded } };

        var order = await HandleAsync(refund, new() { Payment = Ledger.RowOf(paid) with { Status = PaymentStatus.Refunded, AmountRefunded = 19.99m } });

        order.Should().Match<Order>(it => it.Id == "order-2" && it.Status == "refunded" && it.PaymentId == "CAPTURE-2" && it.AmountRefunded == 19.99m);
        order!.History.Select(entry => (entry.Status, entry.Refund)).Should().Equal(("failed", null), ("succeeded", null), ("refunded", "succeeded"));
    }

    [Test]
    public async Task A_refund_with_an_id_of_its_own_finds_the_order_by_the_reference()
    {
        await HandleAsync(Event("authorizenet", "60001") with { Reference = "tx_3" });

        (await RefundAsync("60002", 5m))!.Should().Match<Order>(order => order.Status == "partially_refunded" && order.AmountRefunded == 5m);
        (await RefundAsync("60002", 5m, isFirst: false))!.AmountRefunded.Should().Be(5m, "the same refund told again is no other");
        (await RepeatAsync(Event("authorizenet", "60001") with { Reference = "tx_3" }))!.Status.Should().Be("partially_refunded");
        (await RefundAsync("60003", 14.99m))!.Should().Match<Order>(order => order.Status == "refunded" && order.AmountRefunded == 19.99m && order.PaymentId == "60001");

        Task<Order?> RefundAsync(string id, decimal amount, bool isFirst = true)
        {
            var refund = Event("authorizenet", id, PaymentStatus.Refunded) with
            {
                Amount = amount,
                Reference = "tx_3",
                Refund = new() { Id = id, Amount = amount, Status = RefundStatus.Succeeded },
            };
            var row = Ledger.RowOf(refund) with { Status = PaymentStatus.PartiallyRefunded, AmountRefunded = amount };
            return HandleAsync(refund, new() { Payment = row, IsFirstOfStatus = isFirst });
        }
    }

    [Test]
    public async Task The_goods_are_sent_once_whatever_comes_later()
    {
        var paid = Event("paypal", "P1") with { Reference = "tx_1" };
        var refund = Event("paypal", "P1") with { Refund = new() { Status = RefundStatus.Failed } };
        var dispute = Event("paypal", "P1") with { Dispute = new() { Outcome = DisputeOutcome.Won } };
        var disputed = Ledger.RowOf(paid) with { Status = PaymentStatus.Disputed, Dispute = new() { Outcome = DisputeOutcome.Open } };
        (await HandleAsync(paid))!.ShippedAt.Should().Be(_clock.GetUtcNow());
        var shippedAt = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromDays(1));

        await HandleAsync(dispute with { Status = PaymentStatus.Disputed }, new() { Payment = disputed });
        foreach (var later in new[] { dispute, refund, paid, paid with { PaymentId = "P2" } })
        {
            var order = await HandleAsync(later, new() { Payment = Ledger.RowOf(paid) with { PaymentId = later.PaymentId } });
            order.Should().Match<Order>(it => it.Status == "succeeded" && it.ShippedAt == shippedAt && it.PaymentId == "P1");
        }
    }

    [TestCase(false, true, TestName = "Nothing_is_sent_for_an_event_that_leads_back")]
    [TestCase(true, false, TestName = "Nothing_is_sent_for_an_event_that_tells_the_same_again")]
    public async Task Only_the_first_event_that_tells_of_the_money_sends_the_goods(bool isPaid, bool isFirst)
    {
        var payment = Event("paypal", "P1") with { Reference = "tx_1" };
        var told = isPaid ? payment : payment with { Dispute = new() { Outcome = DisputeOutcome.Won } };

        (await HandleAsync(told, new() { Payment = Ledger.RowOf(payment), IsFirstOfStatus = isFirst }))
            .Should().Match<Order>(order => order.Status == "succeeded" && order.ShippedAt == null);
    }

    [Test]
    public async Task The_goods_are_sent_also_when_a_refund_of_a_part_was_faster()
    {
        var paid = Event("paypal", "P1") with { Reference = "tx_1" };

        (await HandleAsync(paid, new() { Payment = Ledger.RowOf(paid) with { Status = PaymentStatus.PartiallyRefunded, AmountRefunded = 5m } }))
            .Should().Match<Order>(order => order.Status == "partially_refunded" && order.ShippedAt != null);
    }

    [Test]
    public async Task Another_providers_event_is_about_no_order()
    {
        (await HandleAsync(Event("stripe", "tx_1") with { Reference = "tx_1", Metadata = new Dictionary<string, string> { ["orderId"] = "order-1" } }))
            .Should().BeNull();
        (await _database.FindAsync("order-1")).History.Should().BeEmpty();
    }

    [Test]
    public async Task The_order_that_the_shop_noted_counts_more_than_what_a_payload_claims()
    {
        var claim = Event("paypal", "P1") with { Reference = "tx_1", Metadata = new Dictionary<string, string> { ["orderId"] = "order-1" } };

        (await HandleAsync(claim, new() { OrderReference = "order-2", Payment = Ledger.RowOf(claim) }))!.Id.Should().Be("order-2");
    }

    [Test]
    public async Task A_few_cents_in_the_name_of_an_order_do_not_keep_its_buyer_from_paying()
    {
        (await HandleAsync(Event("paypal", "P1") with { Reference = "tx_1", Amount = 0.50m }))!.Status.Should().Be(global::Shop.Order.Review);

        (await HandleAsync(Event("paypal", "P2") with { Reference = "tx_1" }))!.Status.Should().Be("succeeded");
    }

    [Test]
    public async Task An_event_about_nothing_known_is_written_down_and_changes_nothing()
    {
        (await HandleAsync(Event("paypal", "P9") with { Reference = "tx_9" })).Should().BeNull();

        await using var context = _database.CreateDbContext();
        context.OrderEvents.Should().ContainSingle(told => told.PaymentId == "P9" && told.OrderId == null);
        context.Orders.Should().OnlyContain(order => order.Status == "new");
    }

    [Test]
    public async Task An_order_is_read_as_it_was_stored()
    {
        var order = Order("order-4", "manual", "SHOP-ABCD") with
        {
            Price = 12.345m,
            Currency = "ARS",
            Instructions = new(RailKind.Mail, "PO Box 1") { Amount = "12.345", SimulatedWallet = new("http://127.0.0.1:1/pay/x") },
            Letter = ManualPayment.Create(
                new() { OrderId = "order-4", ExpectedAmount = 12.345m, Currency = "ARS", ReferenceCode = PayByMail.Codes.Create() }, _clock),
            Status = "disputed",
            PaymentId = "P4",
            AmountPaid = 0.123456789012m,
            AmountRefunded = 0.000000000001m,
            PaidCurrency = "XMR",
            Dispute = "lost",
            ShippedAt = _clock.GetUtcNow(),
        };

        await _database.AddAsync(order);

        var read = await _database.FindAsync("order-4");
        read.Should().BeEquivalentTo(order, options => options.Excluding(it => it.Letter));
        read.Letter!.ToJson().Should().Be(order.Letter.ToJson());
    }

    [Test]
    public async Task Of_two_nodes_that_handle_two_payments_of_one_order_at_once_one_must_try_again()
    {
        await using var first = _database.CreateDbContext();
        await using var second = _database.CreateDbContext();
        await HandleAsync(first, "P1");
        await HandleAsync(second, "P2");

        await first.SaveChangesAsync();

        await second.Invoking(context => context.SaveChangesAsync()).Should().ThrowAsync<DbUpdateConcurrencyException>();
        (await _database.FindAsync("order-1")).History.Should().ContainSingle();

        Task HandleAsync(ShopDbContext context, string id)
        {
            var payment = Event("paypal", id) with { Reference = "tx_1" };
            return TestDatabase.Handler(context, _clock).HandleAsync(payment, new() { Payment = Ledger.RowOf(payment) }, CancellationToken.None);
        }
    }

    [Test]
    public async Task A_reader_sees_the_orders_there_are_and_then_at_once_what_this_process_handles()
    {
        using var orders = new Orders(_database, _notifier, _clock);
        await using var reader = orders.WatchAsync(CancellationToken.None).GetAsyncEnumerator();
        (await ReadAsync(reader, 3)).Should().Equal("order-1", "order-2", "order-3");

        var next = reader.MoveNextAsync();
        var payment = Event("paypal", "P1") with { Reference = "tx_2" };
        await HandleAsync(payment);
        _notifier.Publish(payment);

        (await next).Should().BeTrue();
        reader.Current.Should().Match<Order>(order => order.Id == "order-2" && order.Status == "succeeded");
    }

    [Test]
    public async Task A_reader_sees_within_a_second_what_another_instance_handles([Values] bool isOfOne)
    {
        using var orders = new Orders(_database, _notifier, _clock);
        await using var reader = (isOfOne ? orders.WatchAsync("order-2", CancellationToken.None) : orders.WatchAsync(CancellationToken.None)).GetAsyncEnumerator();
        await ReadAsync(reader, isOfOne ? 1 : 3);

        var next = reader.MoveNextAsync();
        await HandleAsync(Event("paypal", "P1") with { Reference = "tx_2" });
        while (!next.IsCompleted)
        {
            // The reader looks in its own time; each look arms the clock once more.
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await next).Should().BeTrue();
        reader.Current.Should().Match<Order>(order => order.Id == "order-2" && order.Status == "succeeded");
    }

    private Task<Order?> HandleAsync(PaymentEvent payment, WebhookContext? context = null) => _database.HandleAsync(payment, _clock, context);

    private Task<Order?> RepeatAsync(PaymentEvent payment) => HandleAsync(payment, new() { Payment = Ledger.RowOf(payment), IsFirstOfStatus = false });

    private static async Task<List<string>> ReadAsync(IAsyncEnumerator<Order> reader, int count)
    {
        var seen = new List<string>();
        while (seen.Count < count && await reader.MoveNextAsync())
        {
            seen.Add(reader.Current.Id);
        }

        return seen;
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
