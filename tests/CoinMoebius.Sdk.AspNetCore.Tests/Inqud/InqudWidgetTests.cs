using System.Net;
using System.Text.Encodings.Web;
using CoinMoebius.Sdk.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CoinMoebius.Sdk.AspNetCore.Tests.Inqud;

public sealed class InqudWidgetTests
{
    private const string Id = "CCO-9b2f1d34-5c6a-4e7b-8d90-a1b2c3d4e5f6";
    private const string Element = $"<app-widget id=\"{Id}\"></app-widget>";
    private const string Script = "<script src=\"https://paycrypto.inqud.com/widget.js\" defer></script>";

    [Test]
    public void It_is_a_deferred_script_and_an_element()
    {
        new InqudWidget(Id).ToString().Should().Be(Script + Element);
        new InqudWidget(Id) { IncludesScript = false }.ToString().Should().Be(Element);
    }

    [TestCase("")]
    [TestCase("CCO-")]
    [TestCase("CCO-1")]
    [TestCase("cco-9b2f1d34-5c6a-4e7b-8d90-a1b2c3d4e5f6")]
    [TestCase("CAPD-9b2f1d34-5c6a-4e7b-8d90-a1b2c3d4e5f6")]
    [TestCase(" CCO-9b2f1d34-5c6a-4e7b-8d90-a1b2c3d4e5f6")]
    [TestCase("CCO-9b2f1d34-5c6a-4e7b-8d90-a1b2c3d4e5f6\n")]
    [TestCase("CCO-9b2f1d345c6a-4e7b-8d90-a1b2c3d4e5f6-")]
    [TestCase("CCO-9b2f1d34-5c6a-4e7b-8d90-a1b2c3d4e5fg")]
    [TestCase("CCO-\"><script>alert(1)</script>aaaaaaaaa")]
    public void Only_the_id_of_a_checkout_gets_into_a_page(string id)
    {
        FluentActions.Invoking(() => new InqudWidget(id)).Should().Throw<ArgumentException>()
            .Which.Message.Should().NotContain("alert", "a page of errors must not show it either");
        FluentActions.Invoking(() => Run(new InqudWidgetTag { CheckoutId = id })).Should().Throw<ArgumentException>();
    }

    [TestCase("http://paycrypto.inqud.com/widget.js")]
    [TestCase("javascript:alert(1)")]
    [TestCase("/widget.js")]
    public void The_script_comes_over_https(string url)
    {
        FluentActions.Invoking(() => new InqudWidget(Id) { ScriptUrl = new(url, UriKind.RelativeOrAbsolute) }).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Run(new InqudWidgetTag { CheckoutId = Id, ScriptUrl = url })).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Everything_is_encoded() =>
        new InqudWidget(Id) { ScriptUrl = new("https://shop.example/w.js?a=1&b='2'"), Nonce = "\"><b>" }.ToString().Should().Be(
            "<script src=\"https://shop.example/w.js?a=1&amp;b=&#x27;2&#x27;\" nonce=\"&quot;&gt;&lt;b&gt;\" defer></script>" + Element);

    [Test]
    public void The_tag_helper_writes_it_without_a_tag_of_its_own() => Run(new InqudWidgetTag { CheckoutId = Id }).Should().Be(Script + Element);

    [Test]
    public async Task A_Razor_page_shows_it()
    {
        await using var host = await WebhookHost.StartAsync(
            map: app => app.MapRazorPages(), services: services => services.AddRazorPages().AddApplicationPart(typeof(InqudWidgetTests).Assembly)
                .AddRazorPagesOptions(options => options.RootDirectory = "/Inqud"));

        var html = await host.Client.GetStringAsync("/widget?id=" + Id);

        html.Should().Contain($"<main><script src=\"https://paycrypto.inqud.com/widget.js\" nonce=\"r4nd&#x2B;om\" defer></script>{Element}</main>")
            .And.Contain("<aside><app-widget id=\"CCO-00000000-0000-4000-8000-000000000002\"></app-widget></aside>")
            .And.Contain("<p><script src=\"http://localhost:5000/widget.js?a=1&amp;b=2\" defer></script><app-widget id=\"CCO-00000000-0000-4000-8000-000000000003\"></app-widget></p>");
        (await host.Client.GetAsync("/widget?id=CCO-1")).StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Test]
    public async Task A_page_without_Razor_shows_it()
    {
        await using var host = await WebhookHost.StartAsync(
            map: app => app.MapGet("/pay/{id}", (string id) => Results.Content($"<body>{new InqudWidget(id)}</body>", "text/html")));

        (await host.Client.GetStringAsync("/pay/" + Id)).Should().Be($"<body>{Script}{Element}</body>");
    }

    private static string Run(InqudWidgetTag helper)
    {
        var output = new TagHelperOutput("inqud-widget", [new("class", "wide")], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
