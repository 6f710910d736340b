using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinMoebius.Cli.Tests.Support;

namespace CoinMoebius.Cli.Tests.Webhooks;

public sealed class JsonLinesTests
{
    [Test]
    public async Task A_result_has_the_documented_form()
    {
        var forged = StripeCase.Create("c2");
        forged["options"] = new JsonObject { ["secrets"] = new JsonArray("whsec_another_endpoint_0123456789") };

        var run = await RunAsync(StripeCase.Create().ToJsonString(), forged.ToJsonString(), """{"id":"c3"}""");

        run.Code.Should().Be(ExitCode.Failure);
        run.Out.Should().Be(
            """
            {"id":"c1","outcome":"verified","event":{"kind":"payment","provider":"stripe","eventId":"evt_1","eventType":"checkout.session.completed","status":"succeeded","paymentId":"pi_1","amount":"19.99","currency":"USD","customerRef":"user_42","reference":null,"checkoutId":"cs_test_pi_1","isTest":true,"occurredAt":"2026-05-14T01:04:21Z","metadata":{"customerRef":"user_42"}}}
            {"id":"c2","outcome":"rejected","verdict":"SignatureMismatch"}
            {"id":"c3","outcome":"error","error":"\"provider\" is missing."}

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public async Task Refusals_are_not_failures_of_the_run()
    {
        var run = await RunAsync(StripeCase.With("headers", new JsonObject()), StripeCase.With("now", "2026-05-14T01:10:00Z"));

        run.Code.Should().Be(ExitCode.Success);
        run.Results.Select(result => result.GetProperty("verdict").GetString()).Should().Equal("MissingSignature", "TimestampOutOfTolerance");
    }

    [TestCaseSource(nameof(BadLines))]
    public async Task A_bad_line_is_an_error_and_the_run_goes_on(string line, string because)
    {
        var run = await RunAsync(line, StripeCase.Create("after").ToJsonString());

        run.Code.Should().Be(ExitCode.Failure);
        run.Results.Should().HaveCount(2);
        run.Results[0].EnumerateObject().Select(member => member.Name).Should().Equal("id", "outcome", "error");
        run.Results[0].GetProperty("outcome").GetString().Should().Be("error");
        run.Results[0].GetProperty("error").GetString().Should().Contain(because).And.NotContain("\n");
        run.Results[1].GetProperty("outcome").GetString().Should().Be("verified");
        run.Out.Should().NotContain(StripeCase.Secret);
    }

    [Test]
    public async Task An_empty_secret_is_an_error_once_the_header_is_well_formed()
    {
        JsonObject WithEmptySecret(string header)
        {
            var line = StripeCase.Create();
            line["options"] = new JsonObject { ["secrets"] = new JsonArray("") };
            line["headers"] = new JsonObject { ["Stripe-Signature"] = header };
            return line;
        }

        var run = await RunAsync(
            WithEmptySecret("t,v1=").ToJsonString(), WithEmptySecret("t=1778720661,v1=" + new string('0', 64)).ToJsonString());

        run.Results[0].GetProperty("verdict").GetString().Should().Be("MalformedSignature");
        run.Results[1].GetProperty("error").GetString().Should().Contain("Secrets[0] is empty");
    }

    [TestCase("\"c\\u00e9 \\n\"", "\"cé \\n\"")]
    [TestCase("12345678901234567890123", "12345678901234567890123")]
    [TestCase("1.50e3", "1.50e3")]
    [TestCase("null", "null")]
    public async Task The_id_comes_back_as_it_was_given(string id, string echoed)
    {
        var line = StripeCase.With("id", "placeholder").Replace("\"placeholder\"", id, StringComparison.Ordinal);

        var run = await RunAsync(line);

        run.Out.Should().StartWith($$"""{"id":{{echoed}},"outcome":"verified",""");
    }

    [Test]
    public async Task Without_an_id_an_error_names_the_line()
    {
        var run = await RunAsync("", StripeCase.Create().ToJsonString(), "  ", "nonsense");

        run.Results.Should().HaveCount(2);
        run.Results[1].GetProperty("id").ValueKind.Should().Be(JsonValueKind.Null);
        run.Results[1].GetProperty("error").GetString().Should().StartWith("line 4: the line is not JSON");
    }

    [Test]
    public async Task What_may_be_left_out_may_be_null_too()
    {
        var line = StripeCase.Create();
        line["url"] = null;
        line["now"] = null;
        line["extra"] = 1;
        var lineWithoutBody = StripeCase.Create();
        lineWithoutBody.Remove("body");
        lineWithoutBody.Remove("url");

        var run = await CommandLine.RunAsync(
            Lines(line.ToJsonString(), lineWithoutBody.ToJsonString()),
            io => io with { Clock = new StripeCase.StoppedClock() },
            "webhooks", "verify", "--jsonl");

        run.Results[0].GetProperty("outcome").GetString().Should().Be("verified");
        run.Results[1].GetProperty("verdict").GetString().Should().Be("SignatureMismatch");
    }

    [Test]
    public async Task A_header_that_came_twice_is_an_array()
    {
        var header = StripeCase.Delivery().Headers["Stripe-Signature"];

        var run = await RunAsync(
            StripeCase.With("headers", new JsonObject { ["stripe-signature"] = new JsonArray(header) }),
            StripeCase.With("headers", new JsonObject { ["stripe-signature"] = new JsonArray(header, header) }));

        run.Results[0].GetProperty("outcome").GetString().Should().Be("verified");
        run.Results[1].GetProperty("verdict").GetString().Should().Be("MalformedSignature");
    }

    [Test]
    public async Task A_byte_order_mark_and_carriage_returns_and_a_missing_last_line_feed_are_tolerated()
    {
        var line = StripeCase.Create().ToJsonString();

        var run = await CommandLine.RunAsync(
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{line}\r\n\r\n{line}")], null, "webhooks", "verify", "--jsonl", "-");

        run.Code.Should().Be(ExitCode.Success);
        run.Results.Should().HaveCount(2);
    }

    [Test]
    public async Task Options_that_change_from_line_to_line_do_not_mix()
    {
        var lines = new List<string>();
        for (var i = 0; i < 600; i++)
        {
            var line = StripeCase.Create($"c{i}");
            line["options"] = new JsonObject { ["secrets"] = new JsonArray(i % 3 == 0 ? StripeCase.Secret : $"whsec_other_{i:D10}") };
            lines.Add(line.ToJsonString());
        }

        var run = await RunAsync([.. lines]);

        run.Results.Select(result => result.GetProperty("outcome").GetString())
            .Should().Equal(Enumerable.Range(0, 600).Select(i => i % 3 == 0 ? "verified" : "rejected"));
        run.Results.Select(result => result.GetProperty("id").GetString()).Should().Equal(Enumerable.Range(0, 600).Select(i => $"c{i}"));
    }

    [Test]
    public async Task A_line_that_is_too_long_is_an_error_and_the_next_one_is_read()
    {
        var tooLong = new byte[JsonLinesRun.MaxLineLength + 1];
        tooLong.AsSpan().Fill((byte)'x');

        var run = await CommandLine.RunAsync(
            [.. tooLong, (byte)'\n', .. Lines(StripeCase.Create().ToJsonString())], null, "webhooks", "verify", "--jsonl");

        run.Results.Should().HaveCount(2);
        run.Results[0].GetProperty("error").GetString().Should().Contain("longer than 33554432 bytes");
        run.Results[1].GetProperty("outcome").GetString().Should().Be("verified");
    }

    private static Task<CommandOutcome> RunAsync(params string[] lines) =>
        CommandLine.RunAsync(Lines(lines), null, "webhooks", "verify", "--jsonl");

    private static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private static IEnumerable<TestCaseData> BadLines()
    {
        static TestCaseData Bad(string name, string line, string because) => new TestCaseData(line, because).SetArgDisplayNames(name);

        yield return Bad("text", "whsec", "not JSON (at byte 0)");
        yield return Bad("a secret as a literal", "true" + StripeCase.Secret, "not JSON");
        yield return Bad("cut off", StripeCase.Create().ToJsonString()[..^20], "not JSON");
        yield return Bad("array", "[]", "not a JSON object");
        yield return Bad("null", "null", "not a JSON object");
        yield return Bad("two objects", StripeCase.Create().ToJsonString() + StripeCase.Create().ToJsonString(), "not JSON");
        yield return Bad("id of another type", StripeCase.With("id", true), "\"id\" must be");
        yield return Bad("half a surrogate", """{"id":"\ud800"}""", "not valid Unicode");
        yield return Bad("no provider", StripeCase.Without("provider"), "\"provider\" is missing");
        yield return Bad("provider of another type", StripeCase.With("provider", 1), "\"provider\" must be a text");
        yield return Bad("unknown provider", StripeCase.With("provider", "strip\ne"), "unknown provider \"strip e\"; known: ");
        yield return Bad("no options", StripeCase.Without("options"), "\"options\" is missing");
        yield return Bad("options of another type", StripeCase.With("options", StripeCase.Secret), "\"options\" must be an object");
        yield return Bad("no secrets", StripeCase.With("options", new JsonObject()), "Secrets is empty");
        yield return Bad("unknown option", StripeCase.With("options", new JsonObject { ["secretz"] = new JsonArray(StripeCase.Secret) }), "bad options: $.secretz");
        yield return Bad("secrets of another type", StripeCase.With("options", new JsonObject { ["secrets"] = StripeCase.Secret }), "bad options: $.secrets");
        yield return Bad("tolerance that is no time", StripeCase.With("options", new JsonObject { ["tolerance"] = "soon" }), "bad options: $.tolerance");
        yield return Bad("no headers", StripeCase.Without("headers"), "\"headers\" is missing");
        yield return Bad("headers of another type", StripeCase.With("headers", new JsonArray()), "\"headers\" must be an object");
        yield return Bad("a header of another type", StripeCase.With("headers", new JsonObject { ["Stripe-Signature"] = 1 }), "arrays of texts");
        yield return Bad("body that is not base64", StripeCase.With("body", "{}"), "\"body\" is not base64");
        yield return Bad("body of another type", StripeCase.With("body", new JsonObject()), "\"body\" must be a text");
        yield return Bad("relative url", StripeCase.With("url", "webhooks/stripe"), "\"url\" is not");
        yield return Bad("time of day", StripeCase.With("now", "01:04"), "\"now\" is not");
        yield return Bad("a date whose meaning depends", StripeCase.With("now", "05/14/2026 01:04:21"), "\"now\" is not");
    }
}
