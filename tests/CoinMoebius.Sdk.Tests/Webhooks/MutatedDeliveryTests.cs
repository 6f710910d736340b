using CoinMoebius.Fuzz;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>A short run of tests/CoinMoebius.Fuzz; the long ones are run by hand and by <c>.ci/run</c>.</summary>
public sealed class MutatedDeliveryTests
{
    [TestCase(4_000, 1)]
    [TestCase(16_000, 1, Category = Exhaustive.Category)]
    [TestCase(16_000, 2, Category = Exhaustive.Category)]
    public void No_delivery_makes_a_verifier_throw_or_accept_what_was_not_signed(int iterations, int seed) =>
        FuzzRun.Start(new FuzzOptions(iterations, seed, null)).Findings.Should().BeEmpty();

    [Test]
    public void Every_provider_is_tried() =>
        Subjects.All.Select(subject => subject.Name).Should().Contain(WebhookProviders.Ids);
}
