using CoinMoebius.Sdk.Coinflow;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Testing.Tests.Providers.Coinflow;

[CancelAfter(30_000)]
public sealed class CoinflowAccountTests : CoinflowShop
{
    [Test]
    public async Task Refunds_go_back_in_parts_up_to_what_was_paid(CancellationToken cancellationToken)
    {
        var id = await PayAsync();
        var part = new CoinflowRefundRequest { RefundReason = CoinflowRefundReasons.UserCancellation, PartialAmount = CoinflowMoney.FromCents(500) };

        (await Client.GetRefundQuoteAsync(id, cancellationToken)).Total.Should().Be(Price);
        await Client.Awaiting(client => client.GetRefundAsync(id, cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        (await Client.RefundPaymentAsync(id, part, cancellationToken)).JobId.Should().Be("RefundPipeline" + id);
        (await Client.GetPaymentAsync(id, cancellationToken)).Status.Should().Be(CoinflowPaymentStatus.Settled, "a part went back");
        await Client.RefundPaymentAsync(id, new() { RefundReason = CoinflowRefundReasons.Other }, cancellationToken);

        var refunds = await Client.ListPaymentRefundsAsync(id, cancellationToken);
        refunds.Select(refund => refund.Totals!.Total!.Cents).Should().Equal(500, 1490);
        refunds.Should().OnlyContain(refund => refund.Status.IsRefunded);
        (await Client.GetRefundAsync(id, cancellationToken)).Id.Should().Be(refunds[1].Id);
        (await Client.ListRefundsAsync(new(), cancellationToken)).Should().HaveCount(2);
        var payment = await Client.GetPaymentAsync(id, cancellationToken);
        (payment.Status, payment.RefundInfo!.Amount).Should().Be((CoinflowPaymentStatus.Refunded, Price));
        await Client.Awaiting(client => client.RefundPaymentAsync(id, part, cancellationToken)).Should().ThrowAsync<CoinMoebiusValidationException>();
        (await Client.RetryRefundAsync(refunds[0].Id!, cancellationToken)).JobId.Should().NotBeEmpty();
        await Client.Awaiting(client => client.RetryRefundAsync("none", cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        var refunded = await EventAsync(await Simulator.WaitForDeliveryAsync(id, PaymentStatus.Refunded, cancellationToken));
        (refunded.Status, refunded.PaymentId).Should().Be((PaymentStatus.Refunded, id));
    }

    [Test]
    public async Task A_dispute_is_drafted_answered_and_counted(CancellationToken cancellationToken)
    {
        var id = await PayAsync();
        await Client.Awaiting(client => client.GetChargebackAsync(id, cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>();
        await Simulator.DisputeAsync(id, cancellationToken);

        var chargeback = (await ReadAsync(Client.ListChargebacksAsync(new(), cancellationToken))).Single();
        (chargeback.Responded, chargeback.Payment!.PaymentId, chargeback.Payment.Status).Should().Be((false, id, CoinflowPaymentStatus.Chargeback));
        (await Client.GetChargebackDraftAsync(id, cancellationToken)).Notes.Should().BeNull();
        await Client.SaveChargebackDraftAsync(id, new() { Notes = "it was sent" }, cancellationToken);
        (await Client.GetChargebackDraftAsync(id, cancellationToken)).Notes.Should().Be("it was sent");
        await Client.SetChargebackIgnoredAsync(id, true, cancellationToken);
        await Client.RespondToChargebackAsync(id, new() { FileKey = "file" }, cancellationToken);
        (await Client.GetChargebackAsync(id, cancellationToken)).Responded.Should().BeTrue();
        (await Client.GetChargebackRateAsync(cancellationToken)).GetProperty("rate").GetDecimal().Should().Be(0.01m);
    }

    [Test]
    public async Task A_blocked_customer_pays_nothing_until_they_may_again()
    {
        await Client.BlockCustomerAsync("ada", new() { Reason = "fraud" });
        await Client.Awaiting(client => client.PayBySavedCardAsync(Session, new() { Subtotal = Price, Token = "t" }))
            .Should().ThrowAsync<CoinflowRefusedException>().Where(exception => exception.Refusal == CoinflowRefusal.CustomerBlocked);

        await Client.BlockCustomerAsync("ada", new() { Reason = "a mistake", Status = "Functional" });

        (await Client.PayBySavedCardAsync(Session, new() { Subtotal = Price, Token = "t" })).Should().BeOfType<CoinflowAcceptedPayment>();
    }

    [Test]
    public async Task Plans_are_made_changed_subscribed_to_and_ended()
    {
        var plan = await Client.CreatePlanAsync(new() { Name = "Gold", Code = "gold", Interval = CoinflowIntervals.Monthly, Amount = Price });
        await Client.Awaiting(client => client.CreatePlanAsync(new() { Name = "Gold", Code = "gold", Interval = CoinflowIntervals.Monthly, Amount = Price }))
            .Should().ThrowAsync<CoinflowRefusedException>().Where(exception => exception.Refusal == CoinflowRefusal.Conflict);
        (plan.Active, plan.Duration, plan.Amount).Should().Be((true, 1, Price));
        (await Client.UpdatePlanAsync(plan.Id, new() { Description = "all of it" })).Description.Should().Be("all of it");
        (await Client.ListPlansAsync()).Single().Name.Should().Be("Gold");
        (await Client.ListPayerPlansAsync(Session)).Single().Code.Should().Be("gold");
        (await Client.GetPayerPlanAsync(Session, "gold")).Id.Should().Be(plan.Id);

        var byCard = ((CoinflowSubscribed)await Client.SubscribeAsync(Session, new() { PlanCode = "gold", Card = Card })).Reference;
        var byToken = ((CoinflowSubscribed)await Client.SubscribeAsync(Session, new() { PlanCode = "gold", Token = "t" })).Reference;
        (await Client.SubscribeByAchAsync(Session, new() { PlanCode = "gold", Token = "bank" })).Should().BeOfType<CoinflowSubscribed>();
        await Client.CancelSubscriptionAsync(byCard);
        await Client.CancelPayerSubscriptionAsync(Session, byToken);

        var subscribers = await Client.ListSubscribersAsync("gold");
        subscribers.Count(subscriber => subscriber.Status.IsActive).Should().Be(1);
        subscribers.Single(subscriber => subscriber.Id == byCard).Status.Should().Be(CoinflowSubscriberStatus.Canceled);
        subscribers.Should().OnlyContain(subscriber => subscriber.Plan!.Id == plan.Id);
        (await Client.ListPayerSubscriptionsAsync(Session)).Should().HaveCount(3);
        (await Client.ListSubscriptionPaymentsAsync(byCard)).Single().Status.IsPaid.Should().BeTrue();
        await Client.DeletePlanAsync("gold");
        (await Client.ListPlansAsync()).Single().Active.Should().BeFalse("somebody is subscribed");
    }

    [Test]
    public async Task The_log_of_webhooks_is_read_and_a_delivery_sent_again(CancellationToken cancellationToken)
    {
        var id = await PayAsync();
        await Simulator.WaitForDeliveryAsync(id, PaymentStatus.Succeeded, cancellationToken);

        var delivery = (await ReadAsync(Client.ListWebhookDeliveriesAsync(new() { TransactionId = id }, cancellationToken))).Single();
        (delivery.EventType, delivery.ResponseCode, delivery.Data!.Value.GetProperty("id").GetString()).Should().Be(("Settled", 200, id));
        delivery.Data!.Value.GetProperty("webhookInfo").GetRawText().Should().Contain("hat").And.NotContain("customerRef");
        (await Client.ResendWebhookAsync(delivery.Id, cancellationToken)).JobId.Should().NotBeEmpty();

        Simulator.Deliveries.Single().Attempts.Should().HaveCount(2);
        Merchant.Received.Should().HaveCount(2);
        await Client.Awaiting(client => client.ResendWebhookAsync("none", cancellationToken)).Should().ThrowAsync<CoinMoebiusNotFoundException>();
    }

    [Test]
    public async Task Settings_are_read_and_changed()
    {
        await Client.UpdateWebhookSettingsAsync(new() { Version = "Version 2", Subscriptions = [CoinflowEventTypes.Settled] });

        var merchant = await Client.GetMerchantAsync();

        (merchant.MerchantId, merchant.WebhookSettings!.Version, merchant.WebhookValidationKey).Should().Be(("simulator", "Version 2", "coinflow-simulator-validation-key"));
        merchant.WebhookSettings.Subscriptions.Should().Equal("Settled");
    }
}
