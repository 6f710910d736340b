using System.Text;
using CoinMoebius.Sdk.Events;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

public sealed class PaymentConfirmationTests
{
    private static readonly PaymentEvent Told = new()
    {
        Provider = PaymentProvider.Cryptomus,
        EventId = "sha256:told",
        EventType = "paid",
        DeliveryId = "d1",
        Status = PaymentStatus.Succeeded,
        PaymentId = "p1",
        Reference = "order-1",
        Amount = 10m,
        Currency = "USD",
        OccurredAt = new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero),
        RawBody = Encoding.UTF8.GetBytes("{\"told\":1}"),
    };

    private static readonly PaymentEvent Read = Told with { EventId = "sha256:read", EventType = "", DeliveryId = null, RawBody = default, OccurredAt = null };

    [Test]
    public void What_the_api_says_is_the_event_and_nothing_of_what_was_sent_is_in_it()
    {
        var confirmed = Conclude(Told, Read with { Amount = 9.5m, Status = PaymentStatus.Refunded });

        confirmed.Status.Should().Be(PaymentStatus.Refunded);
        confirmed.Amount.Should().Be(9.5m);
        (confirmed.EventType, confirmed.DeliveryId, confirmed.OccurredAt).Should().Be((Read.EventType, Read.DeliveryId, Read.OccurredAt));
        confirmed.RawBody.ToArray().Should().Equal(Read.RawBody.ToArray());
    }

    [Test]
    public void Bodies_made_to_fit_one_signature_lead_to_one_event()
    {
        var first = Conclude(Told, Read).EventId;

        Conclude(Told with { EventId = "sha256:another", Amount = 1m, RawBody = new byte[] { 1 } }, Read with { Amount = 10.00m }).EventId
            .Should().Be(first).And.StartWith("sha256:").And.HaveLength("sha256:".Length + 32);
        foreach (var other in new[] { Read with { Amount = 11m }, Read with { Currency = "EUR" }, Read with { Status = PaymentStatus.Refunded } })
        {
            Conclude(Told, other).EventId.Should().NotBe(first);
        }
    }

    [Test]
    public void Another_payment_or_another_order_is_refused()
    {
        Verdict(Told, Read with { PaymentId = "p2" }).Should().Be(WebhookVerdict.SignatureMismatch);
        Verdict(Told, Read with { Reference = "order-2" }).Should().Be(WebhookVerdict.SignatureMismatch);
        Verdict(Told, Read with { Reference = null }).Should().Be(WebhookVerdict.SignatureMismatch);
        Verdict(Told with { Reference = null }, Read).Should().Be(WebhookVerdict.Verified);
    }

    [TestCase(PaymentStatus.Values.Succeeded, PaymentStatus.Values.Pending, false)]
    [TestCase(PaymentStatus.Values.Succeeded, PaymentStatus.Values.Partial, false)]
    [TestCase(PaymentStatus.Values.Refunded, PaymentStatus.Values.Succeeded, false)]
    [TestCase(PaymentStatus.Values.Succeeded, PaymentStatus.Values.Failed, true)]
    [TestCase(PaymentStatus.Values.Pending, PaymentStatus.Values.Succeeded, true)]
    public void An_api_that_lags_behind_is_asked_again_later(string told, string read, bool isConfirmed)
    {
        var concluding = FluentActions.Invoking(() => Conclude(Told with { Status = new(told) }, Read with { Status = new(read) }));

        if (isConfirmed)
        {
            concluding.Should().NotThrow().Which.Status.Should().Be(new PaymentStatus(read));
        }
        else
        {
            concluding.Should().Throw<WebhookVerificationUnavailableException>().WithMessage($"*{told}*{read}*")
                .Which.Message.Should().NotContainAny("p1", "order-1");
        }
    }

    private static PaymentEvent Conclude(PaymentEvent told, PaymentEvent read) =>
        PaymentConfirmation.Conclude(told, read).Event.Should().BeOfType<PaymentEvent>().Subject;

    private static WebhookVerdict Verdict(PaymentEvent told, PaymentEvent read) => PaymentConfirmation.Conclude(told, read).Verdict;
}
