using CoinMoebius.Sdk.Mobbex;
using Microsoft.Extensions.Options;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexOptionsTests
{
    [TestCase("", "t", "ApiKey")]
    [TestCase("k k", "t", "ApiKey")]
    [TestCase("k", "", "AccessToken")]
    [TestCase("k", null, "AccessToken")]
    [TestCase("k", "t\n", "AccessToken")]
    public void Keys_are_required(string key, string? token, string option) =>
        Creating(options => (options.ApiKey, options.AccessToken) = (key, token)).Should().Throw<OptionsValidationException>().WithMessage($"Mobbex: {option}*");

    [Test]
    public void An_application_that_only_connects_has_no_token_yet()
    {
        Creating(options => (options.AccessToken, options.ConnectOnly) = (null, true)).Should().NotThrow();
        Creating(options => (options.AccessToken, options.ConnectOnly) = ("a b", true)).Should().Throw<OptionsValidationException>();
    }

    [Test]
    public void What_else_is_unusable_says_what_to_do()
    {
        Creating(options => options.Language = "").Should().Throw<OptionsValidationException>().WithMessage("*Language*");
        Creating(options => options.EcommerceAgent = "a\r\nb").Should().Throw<OptionsValidationException>().WithMessage("*EcommerceAgent*");
        Creating(options => options.FieldNames["total"] = "amount").Should().Throw<OptionsValidationException>().WithMessage("*\"total\"*travelDate*");
        Creating(options => options.FieldNames["travel"] = " ").Should().Throw<OptionsValidationException>();
        Creating(options => options.BaseAddress = new("http://api.mobbex.com")).Should().Throw<OptionsValidationException>().WithMessage("*https*");
        Creating(options => (options.Language, options.EcommerceAgent) = (null, "Shop/1.2 (x)")).Should().NotThrow();
    }

    [Test]
    public void Nothing_prints_a_key()
    {
        var options = new MobbexOptions { ApiKey = "5ecret", AccessToken = "5ecret" };

        options.ToString().Should().Be("MobbexOptions { BaseAddress = https://api.mobbex.com/, Test = False }");
        new MobbexConnectionCredentials { AccessToken = "5ecret" }.ToString().Should().Be(nameof(MobbexConnectionCredentials));
        Creating(options => (options.ApiKey, options.AccessToken) = ("5ecret 1", "5ecret 2")).Should().Throw<OptionsValidationException>().Which.Message.Should().NotContain("5ecret");
    }

    private static Action Creating(Action<MobbexOptions> configure) => () =>
    {
        var options = new MobbexOptions { ApiKey = "k", AccessToken = "t" };
        configure(options);
        new MobbexClient(options).Dispose();
    };
}
