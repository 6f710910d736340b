using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

/// <summary>Subscriptions tell their lives as their providers do.</summary>
public sealed class SimulatorSubscriptionTests : SimulatorFixture
{
    private const string Secret = "whsec_0123456789ABCDEF0123456789ABCDEF";

    [Test]
    public async Task A_subscription_begins_renews_fails_and_ends()
    {
        foreach (var step in (SubscriptionStep[])
            [SubscriptionStep.Start, SubscriptionStep.Renew, SubscriptionStep.FailCharge, SubscriptionStep.Renew, SubscriptionStep.CancelAtPeriodEnd, SubscriptionStep.End])
        {
            await Simulator.TakeSubscriptionStepAsync("sub_1", step);
        }

        var told = await ToldAsync();
        told.Select(one => (one.Type.Value, one.Status.Value, one.IsFirstPeriod)).Should().Equal(
            ("created", "active", null), ("renewed", "active", true), ("renewed", "active", false), ("payment_failed", "past_due", null),
            ("renewed", "active", false), ("updated", "active", null), ("canceled", "canceled", null));
        told.Select(one => one.ChargeId).Where(id => id is not null).Should().OnlyHaveUniqueItems().And.HaveCount(4);
        told[1].CurrentPeriodEnd.Should().Be(told[3].CurrentPeriodEnd!.Value.AddDays(-30), "what is owed begins where the paid period ends");
        told[5].CancelsAt.Should().Be(told[4].CurrentPeriodEnd);
    }

    [Test]
    public async Task A_first_charge_that_fails_leaves_it_incomplete_and_a_trial_costs_nothing()
    {
        await Simulator.TakeSubscriptionStepAsync("sub_1", SubscriptionStep.FailFirstCharge);
        await Simulator.TakeSubscriptionStepAsync("sub_2", SubscriptionStep.StartTrial);

        (await ToldAsync()).Select(one => (one.SubscriptionId, one.Type.Value, one.Status.Value)).Should().Equal(
            ("sub_1", "created", "incomplete"), ("sub_1", "payment_failed", "incomplete"), ("sub_2", "created", "active"));
    }

    [Test]
    public async Task A_step_that_is_not_possible_says_so()
    {
        await Simulator.Invoking(it => it.TakeSubscriptionStepAsync("sub_1", SubscriptionStep.Renew)).Should().ThrowAsync<InvalidOperationException>();
        await Simulator.Invoking(it => it.TakeSubscriptionStepAsync("nobody", SubscriptionStep.Start)).Should().ThrowAsync<KeyNotFoundException>();
        await Simulator.TakeSubscriptionStepAsync("sub_1", SubscriptionStep.Start);
        await Simulator.TakeSubscriptionStepAsync("sub_1", SubscriptionStep.End);
        await Simulator.Invoking(it => it.TakeSubscriptionStepAsync("sub_1", SubscriptionStep.Renew)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Test]
    public async Task The_desk_has_a_button_for_each_step_that_is_possible()
    {
        using var browser = Simulator.CreateClient();
        (await browser.GetStringAsync("simulator")).Should().Contain("Start and pay").And.Contain("Start a trial").And.NotContain("Pay the next period");

        using var started = await browser.PostAsync("simulator/subscriptions/sub_1/Start", null);
        started.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await browser.GetStringAsync("simulator")).Should().Contain("Pay the next period").And.Contain("Cancel at the period");

        using var refused = await browser.PostAsync("simulator/subscriptions/sub_1/Start", null);
        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        using var unknown = await browser.PostAsync("simulator/subscriptions/sub_1/Explode", null);
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    protected override void Configure(CoinMoebiusSimulatorOptions options)
    {
        options.AddRail(new StripeWebhookSigner(Secret, Clock), ScriptedMerchant.Url);
        options.Subscriptions.Add(new("sub_1", "Tea every month", 9m, "USD") { Provider = PaymentProvider.Stripe, CustomerRef = "user_42" });
        options.Subscriptions.Add(new("sub_2", "Tea to try", 9m, "USD") { Provider = PaymentProvider.Stripe });
    }

    private async Task<List<SubscriptionEvent>> ToldAsync()
    {
        var verifier = WebhookProviders.CreateVerifier(PaymentProvider.Stripe, $$"""{"secrets":["{{Secret}}"]}""", Clock);
        var told = new List<SubscriptionEvent>();
        foreach (var delivery in Simulator.Deliveries)
        {
            var signed = new StripeWebhookSigner(Secret, Clock).Sign(delivery.Body);
            told.Add((await verifier.VerifyAsync(signed.ToRequest())).EnsureVerified().Should().BeOfType<SubscriptionEvent>().Subject);
        }

        return told;
    }
}
