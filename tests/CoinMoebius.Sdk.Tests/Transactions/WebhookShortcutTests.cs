using System.Net;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Tests.Support;

namespace CoinMoebius.Sdk.Tests.Transactions;

public sealed class WebhookShortcutTests
{
    private readonly StubApi _api = new StubApi().Answer(StubApi.Status("pending"));

    [Test]
    public async Task An_event_with_the_payment_id_ends_the_wait()
    {
        var wait = _api.Client.WaitForCompletionAsync("pi_1");

        _api.Events.Publish(Event(PaymentStatus.Succeeded, "pi_1"));

        (await wait).Should().BeEquivalentTo(new { Id = "pi_1", Status = PaymentStatus.Succeeded, Amount = 19.99m, Currency = "USD", IsTest = false });
        _api.Calls.Should().ContainSingle();
    }

    [TestCase(true)]
    [TestCase(false)]
    public void What_a_payload_claims_ends_no_wait_but_hurries_the_next_poll(bool asReference)
    {
        var wait = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Events.Publish(Event(PaymentStatus.Succeeded, "pi_1") with
        {
            Reference = asReference ? "tx_1" : null,
            Metadata = new Dictionary<string, string> { [asReference ? "other" : "transactionId"] = "tx_1" },
        });

        wait.IsCompleted.Should().BeFalse();
        _api.Calls.Should().HaveCount(2);
    }

    [Test]
    public async Task News_that_come_while_an_answer_is_on_its_way_have_it_asked_again()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>();
        _api.Answer((_, _) => _api.Calls.Count == 1 ? first.Task : Task.FromResult(StubApi.Json(HttpStatusCode.OK, StubApi.Status("succeeded"))));
        var wait = _api.Client.WaitForCompletionAsync("tx_1");

        _api.Events.Publish(Event(PaymentStatus.Succeeded, "pi_1") with { Reference = "tx_1" });
        first.SetResult(StubApi.Json(HttpStatusCode.OK, StubApi.Status("pending")));

        (await wait).Status.Should().Be(PaymentStatus.Succeeded);
    }

    [Test]
    public void A_state_that_is_not_final_is_told_and_the_wait_goes_on()
    {
        var seen = new List<Transaction>();
        var wait = _api.Client.WaitForCompletionAsync("pi_1", new() { Until = transaction => { seen.Add(transaction); return false; } });

        _api.Events.Publish(Event(PaymentStatus.Partial, "pi_1") with { Amount = 5m, Currency = "USD" });

        wait.IsCompleted.Should().BeFalse();
        seen.Select(transaction => (transaction.Status.Value, transaction.Amount)).Should().Equal(("pending", 19.99m), ("partial", 5m));
    }

    [Test]
    public void Late_news_of_a_lower_rank_are_not_told()
    {
        var seen = new List<string>();
        _ = _api.Client.WaitForCompletionAsync("pi_1", new() { Until = transaction => { seen.Add(transaction.Status.Value); return false; } });
        _api.Events.Publish(Event(PaymentStatus.Refunded, "pi_1"));

        _api.Events.Publish(Event(PaymentStatus.Succeeded, "pi_1"));
        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        seen.Should().Equal("pending", "refunded");
    }

    [Test]
    public void A_dispute_won_leads_back_to_the_money_and_a_late_success_does_not()
    {
        var seen = new List<(string, decimal?)>();
        _ = _api.Client.WaitForCompletionAsync(
            "pi_1", new() { Until = transaction => { seen.Add((transaction.Status.Value, transaction.Amount)); return false; } });
        var dispute = new PaymentDispute { Id = "dp_1", Outcome = DisputeOutcome.Open };
        _api.Events.Publish(Event(PaymentStatus.Disputed, "pi_1") with { Dispute = dispute, Amount = 5m });

        _api.Events.Publish(Event(PaymentStatus.Succeeded, "pi_1") with { Amount = 19.99m });
        _api.Events.Publish(Event(PaymentStatus.Succeeded, "pi_1") with { Dispute = dispute with { Outcome = DisputeOutcome.Won }, Amount = 5m });

        seen.Should().Equal(("pending", 19.99m), ("disputed", 5m), ("succeeded", null));
    }

    [Test]
    public void Events_of_others_change_nothing()
    {
        var wait = _api.Client.WaitForCompletionAsync("pi_1");

        _api.Events.Publish(Event(PaymentStatus.Succeeded, "pi_2") with { CustomerRef = "pi_1", EventId = "pi_1" });

        wait.IsCompleted.Should().BeFalse();
        _api.Calls.Should().ContainSingle();
    }

    private static PaymentEvent Event(PaymentStatus status, string paymentId) => new()
    {
        Provider = PaymentProvider.Stripe,
        EventId = "evt_1",
        EventType = "e",
        Status = status,
        PaymentId = paymentId,
    };
}
