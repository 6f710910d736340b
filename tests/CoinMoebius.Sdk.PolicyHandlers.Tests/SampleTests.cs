using Resilience;

namespace CoinMoebius.Sdk.PolicyHandlers.Tests;

/// <summary>The sample says what the documentation promises.</summary>
public sealed class SampleTests
{
    [Test]
    public async Task A_read_is_sent_again_and_a_checkout_is_not()
    {
        using var output = new StringWriter { NewLine = "\n" };

        await ResilienceApplication.RunAsync(output);

        output.ToString().Should().Be("""
            policy: the project was asked for 3 times, and came.
            policy: the checkout was sent 1 time, and answered 500: it may exist already.
            standard: the project was asked for 3 times, and came.
            standard: the checkout was sent 1 time, and answered 500: it may exist already.

            """);
    }
}
