using CoinMoebius.Fuzz;
using CoinMoebius.Sdk.Webhooks;

namespace CoinMoebius.Sdk.Tests.Webhooks;

/// <summary>A short run of tests/CoinMoebius.Fuzz; the long ones are run by hand and by <c>.ci/run</c>.</summary>
public sealed class MutatedDeliveryTests
{
    private const int Iterations = 16_000;

    [Test]
    public void No_delivery_makes_a_verifier_throw_or_accept_what_was_not_signed([Values(1, 2)] int seed) =>
        FuzzRun.Start(new FuzzOptions(Iterations, seed, null)).Findings.Should().BeEmpty();

    [Test]
    public void Every_provider_is_tried() =>
        Subjects.All.Select(subject => subject.Name).Should().Contain(WebhookProviders.Ids);
}
