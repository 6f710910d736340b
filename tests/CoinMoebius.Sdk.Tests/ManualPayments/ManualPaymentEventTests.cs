using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.Manual;
using CoinMoebius.Sdk.Tests.Support;
using CoinMoebius.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.Tests.ManualPayments;

public sealed class ManualPaymentEventTests
{
    private static readonly DateTimeOffset Now = FixedClock.Epoch;
    private static readonly ManualPayment Pending = SampleLetter.Open();
    private static readonly ManualPayment Received = Pending.MarkReceived(15.50m, "USD", "ada", Now.AddDays(1), acceptDifference: true);

    private static readonly (string Type, ManualPayment Payment)[] Each =
    [
        ("manual.created", Pending),
        ("manual.received", Received),
        ("manual.revoked", Received.Revoke("ada", Now.AddDays(2))),
        ("manual.canceled", Pending.Cancel("ada", Now.AddDays(1))),
        ("manual.expired", Pending.Expire(Now.AddDays(30))),
        ("manual.reopened", Pending.Expire(Now.AddDays(30)).Reopen("ada", Now.AddDays(31))),
    ];

    [Test]
    public void An_event_tells_the_last_step()
    {
        var told = Received.ToPaymentEvent();

        (told.Provider, told.EventType, told.Status).Should().Be((PaymentProvider.Manual, "manual.received", PaymentStatus.Succeeded));
        (told.PaymentId, told.Reference, told.CustomerRef).Should().Be((Received.ReferenceCode.Value, "order-1", "user_42"));
        (told.Amount, told.Currency, told.OccurredAt).Should().Be((15.50m, "USD", Now.AddDays(1)));
        told.EventId.Should().Be(Received.ReferenceCode + "/2");
        told.Metadata.Should().BeEquivalentTo(new Dictionary<string, string> { ["expectedAmount"] = "20.00", ["amountMatch"] = "below", ["difference"] = "-4.50" });
        (told.IsTest, told.DeliveryId).Should().Be((null, null));
    }

    [Test]
    public void A_receipt_that_was_revoked_is_undone_without_a_refund_and_a_late_success_does_not_undo_that()
    {
        var revoked = Received.Revoke("ada", Now.AddDays(2)).ToPaymentEvent();

        (revoked.Status, revoked.Status.Rank, revoked.Status.IsFinal).Should().Be((PaymentStatus.ManualRevoked, PaymentStatus.Reversed.Rank, true));
        (revoked.Amount, revoked.Refund, revoked.Dispute).Should().Be((15.50m, null, null));
        PaymentStatusRules.Replaces(revoked.Status, Received.ToPaymentEvent()).Should().BeFalse();
        PaymentStatusRules.Replaces(PaymentStatus.ManualExpired, Received.ToPaymentEvent()).Should().BeTrue("a letter that came late counts");
    }

    [Test]
    public void The_body_is_the_payment() =>
        ManualPayment.FromJson(Encoding.UTF8.GetString(Received.ToPaymentEvent().RawBody.ToArray())).Should().BeEquivalentTo(Received);

    [Test]
    public void Metadata_names_nobody() =>
        Each.SelectMany(each => each.Payment.ToPaymentEvent().Metadata.Values).Should().NotContain(value => value.Contains("ada", StringComparison.Ordinal));

    [Test]
    public void Every_step_has_its_event_type()
    {
        foreach (var (type, payment) in Each)
        {
            var told = payment.ToPaymentEvent();
            (told.EventType, told.Status).Should().Be((type, payment.Status));
            told.OccurredAt.Should().Be(payment.Changes is [.., var last] ? last.At : payment.CreatedAt);
        }

        Each.Select(each => each.Type).Should().BeEquivalentTo(
            typeof(ManualPaymentEventTypes).GetFields().Select(field => (string)field.GetRawConstantValue()!));
    }

    [Test]
    public void The_same_step_has_the_same_id_and_another_step_another()
    {
        var steps = new[] { Pending, Received, Received.Revoke("ada", Now.AddDays(2)) };

        steps.Select(step => step.ToPaymentEvent().EventId).Should().OnlyHaveUniqueItems()
            .And.Equal(steps.Select(step => ManualPayment.FromJson(step.ToJson()).ToPaymentEvent().EventId));
    }

    [Test]
    public void Until_money_came_the_amount_is_what_is_expected()
    {
        Pending.ToPaymentEvent().Amount.Should().Be(20m);
        Pending.Cancel("ada", Now).ToPaymentEvent().Amount.Should().Be(20m);
        Received.Revoke("ada", Now.AddDays(2)).ToPaymentEvent().Amount.Should().Be(15.50m);
    }

    [Test]
    public async Task The_handlers_of_every_provider_serve_it_once()
    {
        var handler = new Recorder();
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IWebhookHandler<PaymentEvent>>(handler);
        services.AddCoinMoebiusWebhooks();
        await using var provider = services.BuildServiceProvider();
        var pipeline = provider.GetRequiredService<IWebhookPipeline>();

        var first = await pipeline.ProcessAsync(new(Received.ToPaymentEvent()));
        var second = await pipeline.ProcessAsync(new(Received.ToPaymentEvent()));

        (first, second).Should().Be((WebhookDisposition.Accepted, WebhookDisposition.Duplicate));
        handler.Seen.Should().ContainSingle().Which.Reference.Should().Be("order-1");
    }

    private sealed class Recorder : IWebhookHandler<PaymentEvent>
    {
        public List<PaymentEvent> Seen { get; } = [];

        public Task HandleAsync(PaymentEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
        {
            Seen.Add(webhookEvent);
            return Task.CompletedTask;
        }
    }
}
