using CoinMoebius.Faults.Plan;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Providers.DodoPayments;
using CoinMoebius.Sdk.Providers.MakePay;
using CoinMoebius.Sdk.Providers.Stripe;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Faults.Tests;

public sealed class FaultPlanTests
{
    private static readonly FaultOptions Options = new() { Store = StoreKind.Postgres, Deliveries = 400, Payments = 100, Processes = 3, Kills = 5, DatabaseStops = 2, ForgedPercent = 25 };

    private static readonly FaultPlan Plan = new(Options);

    [Test]
    public void The_same_seed_makes_the_same_plan_and_another_one_another()
    {
        Describe(new FaultPlan(Options)).Should().Equal(Describe(Plan));
        Describe(new FaultPlan(Options with { Seed = 2 })).Should().NotEqual(Describe(Plan));

        static IEnumerable<string> Describe(FaultPlan plan) =>
        [
            .. plan.Deliveries.Select(it => $"{it.EventId} {it.DeliveryId} {it.About.Step} {it.About.OccurredAt:O} {(it as ForgedDelivery)?.Kind}"),
            .. plan.Kills.Select(it => $"{it}"),
            .. plan.Stops.Select(it => $"{it}"),
        ];
    }

    [Test]
    public void Every_event_is_sent_1_to_4_times_and_a_quarter_more_is_forged()
    {
        var copies = Plan.Deliveries.OfType<AuthenticDelivery>().CountBy(delivery => delivery.EventId).ToDictionary();

        copies.Keys.Should().BeEquivalentTo(Plan.Events.Select(planned => planned.EventId)).And.HaveCount(400).And.OnlyHaveUniqueItems();
        copies.Values.Distinct().Should().BeEquivalentTo([1, 2, 3, 4]);
        Plan.Deliveries.OfType<ForgedDelivery>().Should().HaveCount(copies.Values.Sum() / 4);
        Plan.Deliveries.OfType<ForgedDelivery>().Select(forged => forged.Kind).Distinct().Should().HaveCount(4);
        Plan.Payments.Should().OnlyContain(payment => payment.Events.Count == 4).And.HaveCount(100);
    }

    [Test]
    public void Payments_end_in_every_way()
    {
        Plan.Payments.Select(payment => payment.End.Value).Distinct().Should().BeEquivalentTo(
            "pending", "failed", "partial", "succeeded", "partially_refunded", "refunded", "disputed");
        Plan.Events.Select(planned => planned.Step.Refund?.Value).Should().Contain("succeeded").And.Contain("failed");
        Plan.Events.Select(planned => planned.Step.Outcome?.Value).Should().Contain("open").And.Contain("won").And.Contain("lost");
    }

    [Test]
    public void Events_of_one_payment_overtake_each_other()
    {
        var arrived = Plan.Deliveries.OfType<AuthenticDelivery>().DistinctBy(delivery => delivery.EventId).Select(delivery => delivery.About.Number);

        arrived.Zip(arrived.Skip(1)).Count(pair => pair.Second < pair.First).Should().BeGreaterThan(100);
    }

    [Test]
    public void Faults_come_within_the_run()
    {
        Plan.Kills.Should().HaveCount(5).And.OnlyContain(kill => kill.Turn >= 1 && kill.Turn <= Plan.Deliveries.Count && kill.Receiver >= 0 && kill.Receiver < 3);
        Plan.Stops.Should().HaveCount(2).And.OnlyContain(stop => stop.Turn >= 1 && stop.Turn <= Plan.Deliveries.Count);
    }

    [Test]
    public async Task An_authentic_delivery_is_to_its_verifier_what_the_plan_says()
    {
        foreach (var delivery in Plan.Deliveries.OfType<AuthenticDelivery>())
        {
            var verification = await Verifier(delivery.Rail).VerifyAsync(delivery.Create(TimeProvider.System, null).ToRequest());

            var read = verification.EnsureVerified().Should().BeOfType<PaymentEvent>().Subject;
            read.Should().BeEquivalentTo(new
            {
                delivery.EventId,
                delivery.DeliveryId,
                delivery.About.Status,
                delivery.About.Payment.PaymentId,
                OccurredAt = (DateTimeOffset?)delivery.About.OccurredAt,
            });
            if (read.IsPaid || read.Refund is not null)
            {
                read.Amount.Should().Be(read.IsPaid ? delivery.About.Payment.Amount : delivery.About.Step.Amount);
            }
        }
    }

    [Test]
    public async Task A_forgery_is_refused_by_its_verifier_unless_it_is_a_replay()
    {
        foreach (var forged in Plan.Deliveries.OfType<ForgedDelivery>())
        {
            var verification = await Verifier(forged.Rail).VerifyAsync(forged.Create(TimeProvider.System, "known").ToRequest());

            verification.Verdict.Should().Be(forged.Kind switch
            {
                Forgery.StaleTime => WebhookVerdict.TimestampOutOfTolerance,
                Forgery.Replay => WebhookVerdict.Verified,
                _ => WebhookVerdict.SignatureMismatch,
            });
            if (forged.Kind == Forgery.Replay)
            {
                verification.Event!.DeliveryId.Should().Be("known");
                verification.Event.EventId.Should().Be(forged.EventId).And.NotBe(forged.About.EventId);
            }
        }
    }

    private static IWebhookVerifier Verifier(Rail rail) => rail switch
    {
        StripeRail => new StripeWebhookVerifier(new() { Secrets = { rail.Secret } }),
        MakePayRail => new MakePayWebhookVerifier(new() { Secrets = { rail.Secret } }),
        _ => new DodoPaymentsWebhookVerifier(new() { Secrets = { rail.Secret } }),
    };
}
