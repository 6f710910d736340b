using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests;

public sealed class CoinMoebiusOptionsTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault(options => options.ApiKey = "sk_live_5ecret", "*starts with \"cmk_\"*");
        yield return Fault(options => options.ApiKey = "cmk_", "*ApiKey is not a Coin Moebius key*");
        yield return Fault(options => options.ApiKey = "cmk_5ecret ", "*has no spaces*");
        yield return Fault(options => options.ApiKey = "cmk_5ecret\r\nX: y", "*ApiKey*");
        yield return Fault(options => options.ProjectId = "", "*Set it to the project's id*");
        yield return Fault(options => options.ProjectId = "..", "*ProjectId*");
        yield return Fault(options => options.BaseAddress = new("http://api.coinmoebius.com"), "*Use https; http is allowed for loopback*");
        yield return Fault(options => options.BaseAddress = new("ftp://localhost"), "*Use https*");
        yield return Fault(options => options.BaseAddress = new("/x", UriKind.Relative), "*not absolute*");
        yield return Fault(options => options.BaseAddress = new("https://u:5ecret@api.example"), "*user info*");
        yield return Fault(options => options.BaseAddress = new("https://api.example/?x"), "*query*");
        yield return Fault(options => options.AttemptTimeout = TimeSpan.Zero, "*AttemptTimeout is 00:00:00*");
        yield return Fault(options => options.TotalTimeout = TimeSpan.FromDays(1), "*TotalTimeout*");
        yield return Fault(options => options.AttemptTimeout = TimeSpan.FromMinutes(1), "*longer than TotalTimeout*");
        yield return Fault(options => options.MaxRetries = -1, "*MaxRetries is -1*");
        yield return Fault(options => options.RetryDelay = TimeSpan.Zero, "*RetryDelay*positive*");
        yield return Fault(options => options.MaxRetryDelay = TimeSpan.FromTicks(1), "*MaxRetryDelay*at least RetryDelay*");
        yield return Fault(options => options.PollsPerMinute = 0, "*PollsPerMinute is 0*");
        yield return Fault(options => options.PollInterval = TimeSpan.Zero, "*PollInterval*positive*");
        yield return Fault(options => options.MaxPollInterval = TimeSpan.FromSeconds(1), "*MaxPollInterval*");
        yield return Fault(options => options.NotFoundGracePeriod = TimeSpan.FromSeconds(-1), "*NotFoundGracePeriod*");

        static TestCaseData Fault(Action<CoinMoebiusOptions> set, string message) => new(set, message);
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_named_with_what_to_do_and_without_the_secret(Action<CoinMoebiusOptions> set, string message)
    {
        var options = new CoinMoebiusOptions { ProjectId = "proj_1" };
        set(options);
        using var httpClient = new HttpClient();

        var act = () => new CoinMoebiusClient(httpClient, options);

        act.Should().Throw<OptionsValidationException>().WithMessage(message).Which.Message.Should().NotContain("5ecret");
    }

    [TestCase("http://localhost:5005")]
    [TestCase("http://127.0.0.1:5005/prefix")]
    [TestCase("https://proxy.example/coin/")]
    public void These_addresses_may_be_used(string address)
    {
        using var client = new CoinMoebiusClient(new CoinMoebiusOptions { ProjectId = "proj 1", BaseAddress = new(address) });

        client.GetWebhookUrl(PaymentProvider.Stripe).AbsoluteUri.Should().Be(address.TrimEnd('/') + "/webhook/stripe/proj%201");
    }

    [Test]
    public void All_faults_are_named_at_once()
    {
        var act = () => new CoinMoebiusClient(new CoinMoebiusOptions { ApiKey = "x", MaxRetries = 99 });

        act.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(3);
    }

    [Test]
    public void The_key_never_prints()
    {
        var options = new CoinMoebiusOptions { ApiKey = "cmk_live_5ecret", ProjectId = "proj_1" };

        options.ToString().Should().Contain("proj_1").And.NotContain("5ecret");
        typeof(CoinMoebiusOptions).GetProperty(nameof(options.ApiKey))!
            .GetCustomAttributes(typeof(System.Diagnostics.DebuggerBrowsableAttribute), false).Should().ContainSingle();
    }
}
