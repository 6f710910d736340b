using System.Net;
using CoinMoebius.Sdk.Testing.Tests.Support;

namespace CoinMoebius.Sdk.Testing.Tests.Simulator;

public sealed class SimulatorLimitTests : SimulatorFixture
{
    [Test]
    public async Task The_61st_status_call_in_a_minute_is_refused_until_the_first_is_a_minute_old()
    {
        for (var i = 0; i < 60; i++)
        {
            (await CodeAsync()).Should().Be(HttpStatusCode.NotFound);
            Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        using var refused = await StatusAsync("tx_none");
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(30));
        (await refused.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"rate_limited\"");

        Clock.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        (await CodeAsync()).Should().Be(HttpStatusCode.TooManyRequests);
        Clock.Advance(TimeSpan.FromTicks(1));
        (await CodeAsync()).Should().Be(HttpStatusCode.NotFound);
        (await CodeAsync()).Should().Be(HttpStatusCode.TooManyRequests, "only the first call has left the window");
    }

    [Test]
    public async Task Calls_without_a_key_have_a_lower_limit_of_their_own()
    {
        for (var i = 0; i < 30; i++)
        {
            (await CodeAsync(key: null)).Should().Be(HttpStatusCode.NotFound);
        }

        (await CodeAsync(key: null)).Should().Be(HttpStatusCode.TooManyRequests);
        (await CodeAsync()).Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<HttpStatusCode> CodeAsync(string? key = "cmk_test_simulator")
    {
        using var response = await StatusAsync("tx_none", key);
        return response.StatusCode;
    }
}
