using System.Text.Encodings.Web;

namespace CoinMoebius.Sdk.AspNetCore.Tests;

public sealed class MobbexEmbedTests
{
    [Test]
    public void It_is_a_container_the_script_and_the_call()
    {
        Html(new MobbexEmbed { CheckoutId = "CHK:AAAAAAAAAAAAAAAAAA" }).Should().Be(
            """
            <div id="mbbx-container"></div>
            <script src="https://api.mobbex.com/p/embed/1.2.0/lib.js"></script>
            <script>
            (function () {
              var options = {"id":"CHK:AAAAAAAAAAAAAAAAAA","type":"checkout"};
              window.MobbexEmbed.init(options).open();
            })();
            </script>

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void No_value_leaves_its_place()
    {
        const string Evil = "\"'</script><script>alert(1)</script><!--\u2028&\\";

        var html = Html(new MobbexEmbed
        {
            CheckoutId = Evil,
            SubscriberId = Evil,
            PaymentMethod = Evil,
            Nonce = Evil,
            ContainerId = Evil,
            ReturnUrl = new Uri("https://shop.example/return?a=\"'</script>\u2028"),
            ScriptUrl = new Uri("https://cdn.example/lib.js?\"><b>"),
        });

        html.Should().NotContain("alert(1)<").And.NotContain("<b>").And.NotContain("<!--").And.NotContain("\u2028");
        html.Split("<script").Should().HaveCount(3, "there are two script elements");
        html.Split("</script").Should().HaveCount(3);
        html.Split("nonce=\"").Should().HaveCount(3, "both have the nonce");
    }

    [Test]
    public void A_subscriber_enters_another_card()
    {
        Html(new MobbexEmbed { CheckoutId = "SUB1", SubscriberId = "SCR1", PaymentMethod = "card:card_input" })
            .Should().Contain("""{"id":"SUB1","type":"subscriber_source","sid":"SCR1","paymentMethod":"card:card_input"}""");
    }

    [TestCase("https://shop.example/return", "https://shop.example/return?status=")]
    [TestCase("https://shop.example/return?order=7", "https://shop.example/return?order=7\\u0026status=")]
    [TestCase("/return", "/return?status=")]
    [TestCase("http://localhost:5000/return", "http://localhost:5000/return?status=")]
    public void The_browser_returns_with_a_status(string returnUrl, string expected)
    {
        var html = Html(new MobbexEmbed { CheckoutId = "CHK:1", ReturnUrl = new Uri(returnUrl, UriKind.RelativeOrAbsolute) });

        html.Should().Contain($"var target = \"{expected}\"").And.Contain("onClose").And.Contain("onError");
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("http://shop.example/return")]
    [TestCase("//evil.example/return")]
    [TestCase("/\\evil.example")]
    [TestCase("return")]
    [TestCase("")]
    [TestCase("/return#x")]
    [TestCase("https://shop.example/return#x")]
    [TestCase("https://user@shop.example/return")]
    public void The_browser_is_sent_to_safe_pages_only(string returnUrl)
    {
        var embed = new MobbexEmbed { CheckoutId = "CHK:1", ReturnUrl = new Uri(returnUrl, UriKind.RelativeOrAbsolute) };

        FluentActions.Invoking(() => Html(embed)).Should().Throw<InvalidOperationException>().WithMessage("*ReturnUrl*");
    }

    [TestCase("http://cdn.example/lib.js")]
    [TestCase("file:///lib.js")]
    [TestCase("lib.js")]
    public void The_script_comes_over_https(string scriptUrl)
    {
        var embed = new MobbexEmbed { CheckoutId = "CHK:1", ScriptUrl = new Uri(scriptUrl, UriKind.RelativeOrAbsolute) };

        FluentActions.Invoking(() => Html(embed)).Should().Throw<InvalidOperationException>().WithMessage("*ScriptUrl*");
    }

    [TestCase("")]
    [TestCase("  ")]
    public void An_empty_id_is_refused(string id)
    {
        FluentActions.Invoking(() => Html(new MobbexEmbed { CheckoutId = id })).Should().Throw<InvalidOperationException>().WithMessage("*CheckoutId*");
    }

    private static string Html(MobbexEmbed embed)
    {
        using var writer = new StringWriter();
        embed.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
