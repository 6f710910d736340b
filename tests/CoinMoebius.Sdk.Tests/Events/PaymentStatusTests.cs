using System.Text.Json;
using CoinMoebius.Sdk.Events;

namespace CoinMoebius.Sdk.Tests.Events;

public sealed class PaymentStatusTests
{
    [TestCase("failed", true, 1)]
    [TestCase("manual_canceled", true, 1)]
    [TestCase("manual_expired", true, 1)]
    [TestCase("partial", false, 2)]
    [TestCase("succeeded", true, 3)]
    [TestCase("success", true, 3)]
    [TestCase("partially_refunded", true, 4)]
    [TestCase("refunded", true, 5)]
    [TestCase("reversed", true, 5)]
    [TestCase("manual_revoked", true, 5)]
    [TestCase("disputed", true, 6)]
    [TestCase("pending", false, 0)]
    [TestCase("pending_manual", false, 0)]
    [TestCase("active", false, 0)]
    [TestCase("SUCCEEDED", false, 0)]
    [TestCase("", false, 0)]
    public void Only_documented_texts_are_final_or_ranked(string text, bool isFinal, int rank)
    {
        var status = new PaymentStatus(text);

        status.IsFinal.Should().Be(isFinal);
        status.Rank.Should().Be(rank);
    }

    [Test]
    public void The_self_hosted_spelling_of_success_counts_as_success() =>
        new PaymentStatus("success").Should().Be(PaymentStatus.Succeeded);

    [Test]
    public void An_unknown_text_survives_a_round_trip_and_is_not_success()
    {
        var status = JsonSerializer.Deserialize<PaymentStatus>("\"half_paid\"");

        JsonSerializer.Serialize(status).Should().Be("\"half_paid\"");
        status.Should().NotBe(PaymentStatus.Succeeded);
        status.ToString().Should().Be("half_paid");
    }

    [Test]
    public void The_default_value_is_the_empty_text()
    {
        default(PaymentStatus).Value.Should().BeEmpty();
        default(PaymentStatus).Should().Be(new PaymentStatus(""));
        default(PaymentProvider).GetHashCode().Should().Be(new PaymentProvider("").GetHashCode());
    }
}
