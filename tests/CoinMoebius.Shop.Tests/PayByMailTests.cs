using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.ManualPayments;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Webhooks;
using Shop;

namespace CoinMoebius.Shop.Tests;

public sealed class PayByMailTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Recorder _pipeline = new();
    private PayByMail _mail = null!;

    [SetUp]
    public void Open()
    {
        _mail = new(_pipeline, _clock);
        _mail.Open(Purchase("order-1"));
    }

    [Test]
    public async Task What_is_overdue_expires_and_nothing_else()
    {
        _mail.Open(Purchase("order-2"));
        await _mail.ChangeAsync("order-2", (payment, at) => payment.MarkReceived(19.99m, "USD", "clerk", at), CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(10));
        _mail.Open(Purchase("order-3"));

        _clock.Advance(TimeSpan.FromDays(20));
        await _mail.ExpireDueAsync(CancellationToken.None);
        await _mail.ExpireDueAsync(CancellationToken.None);

        new[] { "order-1", "order-2", "order-3" }.Select(id => _mail.Find(id)!.Status).Should().Equal(
            PaymentStatus.ManualExpired, PaymentStatus.Succeeded, PaymentStatus.PendingManual);
        _pipeline.Events.Select(told => told.EventType).Should().Equal(ManualPaymentEventTypes.Received, ManualPaymentEventTypes.Expired);
    }

    [Test]
    public async Task An_order_whose_letter_came_late_is_paid_after_all()
    {
        var order = new Order("order-1", Catalogue.Products[0], "manual", null, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromDays(30));
        await _mail.ExpireDueAsync(CancellationToken.None);
        await _mail.ChangeAsync("order-1", (payment, at) => payment.Reopen("clerk", at), CancellationToken.None);
        await _mail.ChangeAsync("order-1", (payment, at) => payment.MarkReceived(19.99m, "USD", "clerk", at), CancellationToken.None);

        var states = new List<string>();
        foreach (var told in _pipeline.Events)
        {
            order = order.Apply(told, _clock.GetUtcNow());
            states.Add(order.Status);
        }

        states.Should().Equal("manual_expired", "pending_manual", "succeeded");
    }

    [Test]
    public async Task A_letter_that_a_person_took_as_payment_in_full_is_no_case_for_review()
    {
        var order = new Order("order-1", Catalogue.Products[0], "manual", null, _clock.GetUtcNow());
        await _mail.ChangeAsync(
            "order-1", (payment, at) => payment.MarkReceived(10m, "USD", "clerk", at, acceptDifference: true), CancellationToken.None);

        order.Apply(_pipeline.Events.Single(), _clock.GetUtcNow()).Status.Should().Be("succeeded");
    }

    [Test]
    public void Every_open_payment_has_a_code_of_its_own_that_finds_it()
    {
        var second = _mail.Open(Purchase("order-2"));

        second.ReferenceCode.Should().NotBe(_mail.Find("order-1")!.ReferenceCode);
        _mail.Find(second.ReferenceCode)!.OrderId.Should().Be("order-2");
    }

    private static Purchase Purchase(string id) =>
        new(id, Catalogue.Products[0], 19.99m, "USD", new("https://shop.example/"), new("https://shop.example/"), null);

    private sealed class Recorder : IWebhookPipeline
    {
        public List<PaymentEvent> Events { get; } = [];

        public ValueTask<WebhookDisposition> ProcessAsync(WebhookDelivery delivery, CancellationToken cancellationToken = default)
        {
            Events.Add((PaymentEvent)delivery.Event);
            return new(WebhookDisposition.Accepted);
        }
    }
}
