using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Webhooks;
using CoinMoebius.Shop.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Shop;

namespace CoinMoebius.Shop.Tests;

[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
public sealed class PayByMailTests(string engine)
{
    private static readonly Func<ManualPayment, DateTimeOffset, ManualPayment> Receive =
        (payment, at) => payment.MarkReceived(19.99m, "USD", "clerk", at);

    private readonly FakeTimeProvider _clock = new();
    private readonly Recorder _pipeline = new();
    private TestDatabase _database = null!;
    private PayByMail _mail = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _database = await TestDatabase.CreateAsync(engine);
        _mail = new(_database, _pipeline, _clock);
        await BuyAsync("order-1");
    }

    [TearDown]
    public void Close() => _database?.Dispose();

    [Test]
    public async Task What_is_overdue_expires_and_nothing_else()
    {
        await BuyAsync("order-2");
        await ChangeAsync("order-2", Receive);
        _clock.Advance(TimeSpan.FromDays(10));
        await BuyAsync("order-3");

        _clock.Advance(TimeSpan.FromDays(20));
        await _mail.CatchUpAsync(CancellationToken.None);
        await _mail.CatchUpAsync(CancellationToken.None);

        (await StatusOfAsync("order-1")).Should().Be(PaymentStatus.ManualExpired);
        (await StatusOfAsync("order-2")).Should().Be(PaymentStatus.Succeeded);
        (await StatusOfAsync("order-3")).Should().Be(PaymentStatus.PendingManual);
        _pipeline.Events.Select(told => told.EventType).Should().Equal(ManualPaymentEventTypes.Received, ManualPaymentEventTypes.Expired);
    }

    [Test]
    public async Task An_order_whose_letter_came_late_is_paid_after_all()
    {
        _clock.Advance(TimeSpan.FromDays(30));
        await _mail.CatchUpAsync(CancellationToken.None);
        (await HandleLastAsync()).Status.Should().Be("manual_expired");

        await ChangeAsync("order-1", (payment, at) => payment.Reopen("clerk", at));
        (await HandleLastAsync()).Status.Should().Be("pending_manual");

        await ChangeAsync("order-1", Receive);
        (await HandleLastAsync()).Should().Match<Order>(order => order.Status == "succeeded" && order.ShippedAt != null);
    }

    [Test]
    public async Task A_letter_that_a_person_took_as_payment_in_full_is_no_case_for_review()
    {
        await ChangeAsync("order-1", (payment, at) => payment.MarkReceived(10m, "USD", "clerk", at, acceptDifference: true));

        (await HandleLastAsync()).Status.Should().Be("succeeded");
    }

    [Test]
    public async Task Every_open_payment_has_a_code_of_its_own_that_finds_it()
    {
        var second = await BuyAsync("order-2");

        second.ReferenceCode.Should().NotBe((await _database.FindAsync("order-1")).Letter!.ReferenceCode);
        (await _mail.FindOrderIdAsync(second.ReferenceCode, CancellationToken.None)).Should().Be("order-2");
    }

    [Test]
    public async Task A_step_that_was_stored_but_not_told_is_told_later_and_once()
    {
        _pipeline.Answer = WebhookDisposition.Unavailable;
        await ChangeAsync("order-1", Receive);
        _pipeline.Events.Should().BeEmpty();

        _pipeline.Answer = WebhookDisposition.Accepted;
        await _mail.CatchUpAsync(CancellationToken.None);
        await _mail.CatchUpAsync(CancellationToken.None);

        _pipeline.Events.Should().ContainSingle().Which.Status.Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public async Task No_step_is_taken_before_the_one_before_it_is_told()
    {
        _pipeline.Answer = WebhookDisposition.Unavailable;
        await ChangeAsync("order-1", Receive);
        var revoke = () => ChangeAsync("order-1", (payment, at) => payment.Revoke("clerk", at));
        await revoke.Should().ThrowAsync<IOException>();
        (await StatusOfAsync("order-1")).Should().Be(PaymentStatus.Succeeded);

        _pipeline.Answer = WebhookDisposition.Duplicate;
        await revoke();

        _pipeline.Events.Select(told => told.EventType).Should().Equal(ManualPaymentEventTypes.Received, ManualPaymentEventTypes.Revoked);
    }

    [Test]
    public async Task Of_two_clicks_at_once_one_finds_that_its_step_is_no_longer_possible()
    {
        var isFirst = true;
        var slow = () => _mail.ChangeAsync(
            "order-1",
            (payment, at) =>
            {
                // Between its reading and its storing the other one comes.
                if (isFirst)
                {
                    isFirst = false;
                    ChangeAsync("order-1", (read, time) => read.Cancel("clerk", time)).GetAwaiter().GetResult();
                }

                return Receive(payment, at);
            },
            CancellationToken.None);

        await slow.Should().ThrowAsync<ManualPaymentTransitionException>();
        _pipeline.Events.Should().ContainSingle().Which.Status.Should().Be(PaymentStatus.ManualCanceled);
    }

    private async Task<ManualPayment> BuyAsync(string orderId)
    {
        var payment = await _mail.CreateAsync(Purchase(orderId), CancellationToken.None);
        await _database.AddAsync(new Order(orderId, Catalogue.Products[0], "manual", null, _clock.GetUtcNow()) { Letter = payment });
        return payment;
    }

    private Task ChangeAsync(string orderId, Func<ManualPayment, DateTimeOffset, ManualPayment> step) =>
        _mail.ChangeAsync(orderId, step, CancellationToken.None);

    /// <summary>Has the order take the event of the last step.</summary>
    private async Task<Order> HandleLastAsync() => (await _database.HandleAsync(_pipeline.Events[^1], _clock))!;

    private async Task<PaymentStatus> StatusOfAsync(string orderId) => (await _database.FindAsync(orderId)).Letter!.Status;

    private static Purchase Purchase(string id) =>
        new(id, Catalogue.Products[0], 19.99m, "USD", new("https://shop.example/"), new("https://shop.example/"), null);

    private sealed class Recorder : IWebhookPipeline
    {
        public List<PaymentEvent> Events { get; } = [];

        public WebhookDisposition Answer { get; set; } = WebhookDisposition.Accepted;

        public ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default)
        {
            if (Answer != WebhookDisposition.Unavailable)
            {
                Events.Add((PaymentEvent)delivery.Event);
            }

            return new(Answer);
        }
    }
}
