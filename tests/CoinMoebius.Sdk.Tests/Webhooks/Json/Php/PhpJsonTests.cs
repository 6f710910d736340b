using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Sdk.Primitives.Json.Php;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Webhooks.Json.Canonical;
using CoinMoebius.Tests.Shared;

namespace CoinMoebius.Sdk.Tests.Webhooks.Json.Php;

public sealed class PhpJsonTests
{
    [Test]
    public void The_text_is_what_json_encode_prints()
    {
        // Each row: a text, whether PHP reads it, and json_encode(json_decode(text, true), JSON_UNESCAPED_UNICODE).
        var path = Path.Combine(AppContext.BaseDirectory, "Webhooks", "Json", "Php", "Vectors", "json-encode.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        document.RootElement.GetProperty("cases").GetArrayLength().Should().BeGreaterThan(300);
        foreach (var row in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var json = row.GetProperty("json").GetBytesFromBase64();
            var because = Encoding.UTF8.GetString(json);
            var printed = row.GetProperty("printed");

            using var parsed = PhpJson.Parse(json);

            (parsed is not null).Should().Be(row.GetProperty("decodes").GetBoolean(), "of {0}", because);
            if (printed.ValueKind == JsonValueKind.String)
            {
                Printed(json).Should().Be(Encoding.UTF8.GetString(printed.GetBytesFromBase64()), "of {0}", because);
                PhpText.TryPrint(json).Should().Equal(printed.GetBytesFromBase64(), "the signer prints the same of {0}", because);
            }
            else
            {
                PhpText.TryPrint(json).Should().BeNull("of {0}", because);
            }
        }
    }

    [Test]
    public void Random_texts_come_out_as_from_a_plain_implementation([Seeds(1, 20)] int seed)
    {
        var random = new RandomJson(seed);
        var compared = 0;
        for (var i = 0; i < 200; i++)
        {
            var json = Encoding.UTF8.GetBytes(WithoutHalves(random.Next()));
            if (PhpText.TryPrint(json) is { } expected)
            {
                Printed(json).Should().Be(Encoding.UTF8.GetString(expected), "of {0}", Encoding.UTF8.GetString(json));
                compared++;
            }
        }

        compared.Should().BeGreaterThan(100);
    }

    [Test]
    public void PHP_and_this_refuse_the_same_texts([Seeds(31, 36)] int seed)
    {
        var random = new RandomJson(seed);
        for (var i = 0; i < 200; i++)
        {
            var json = Encoding.UTF8.GetBytes(random.Next().Replace("1e400", "1e40", StringComparison.Ordinal));

            using var parsed = PhpJson.Parse(json);

            if (PhpText.TryPrint(json) is null)
            {
                (parsed is null || HasOverflow(json)).Should().BeTrue("of {0}", Encoding.UTF8.GetString(json));
            }
            else
            {
                parsed.Should().NotBeNull("of {0}", Encoding.UTF8.GetString(json));
            }
        }
    }

    [Test]
    public void The_text_is_its_own_printed_form([Seeds(21, 25)] int seed)
    {
        var random = new RandomJson(seed);
        for (var i = 0; i < 200; i++)
        {
            if (PhpText.TryPrint(Encoding.UTF8.GetBytes(WithoutHalves(random.Next()))) is { } once)
            {
                var text = Encoding.UTF8.GetString(once);
                AsReceived(once).Should().Be(text);

                // A double that is -0 is printed as -0, which is read as the whole number 0.
                Printed(once).Should().Be(Regex.Replace(text, @"(?<=^|[:,\[])-0(?=$|[,\]}])", "0"));
            }
        }
    }

    [TestCase("""{"a":1.10,"b":{},"c":-0,"d":1E5,"e":[{}],"f":{"0":"x"}}""", """{"a":1.10,"b":{},"c":-0,"d":1E5,"e":[{}],"f":{"0":"x"}}""")]
    [TestCase(""" { "b" : "a/b" , "a" : [ 1.0 , null ] } """, """{"b":"a\/b","a":[1.0,null]}""")]
    [TestCase("""{"a":1.0,"b":2,"a":{"c":3.0}}""", """{"a":{"c":3.0},"b":2}""")]
    [TestCase("""{"a":1e400}""", """{"a":1e400}""")]
    public void As_received_keeps_numbers_and_objects(string json, string expected)
    {
        AsReceived(Encoding.UTF8.GetBytes(json)).Should().Be(expected);
    }

    [TestCase("""{"a":1,"b":[0.5,-0.25,0.0001,123456789012345678],"c":{"1":2},"d":"x/y"}""", false)]
    [TestCase("""{"a":1.0}""", true)]
    [TestCase("""{"a":-0}""", true)]
    [TestCase("""{"a":0.00001}""", true)]
    [TestCase("""{"a":9223372036854775808}""", true)]
    [TestCase("""{"a":{}}""", true)]
    [TestCase("""{"a":{"0":1}}""", true)]
    public void Only_what_PHP_prints_another_way_has_a_second_form(string json, bool expected)
    {
        using var parsed = PhpJson.Parse(Encoding.UTF8.GetBytes(json));
        using var output = new TextBuffer();

        parsed!.TryWriteAsPrinted(output).Should().Be(expected);

        output.Written.IsEmpty.Should().Be(!expected);
    }

    [TestCase("""{"sign":"x","a":1}""", "\"x\"", """{"a":1}""")]
    [TestCase("""{"a":1,"s\u0069gn":"x","b":2}""", "\"x\"", """{"a":1,"b":2}""")]
    [TestCase("""{"a":1,"sign":"x","b":{"sign":"y"},"sign":"z"}""", "\"z\"", """{"a":1,"b":{"sign":"y"}}""")]
    [TestCase("""{"a":1,"sign":null}""", "null", """{"a":1}""")]
    [TestCase("""{"a":1,"sign":{"b":[1,2]}}""", "[]", """{"a":1}""")]
    [TestCase("""{"a":1,"Sign":2}""", "", """{"a":1,"Sign":2}""")]
    [TestCase("""{"sign":1}""", "1", "{}")]
    [TestCase("""["sign"]""", "", """["sign"]""")]
    [TestCase("5", "", "5")]
    public void A_member_of_the_outermost_object_can_be_taken_out(string json, string value, string rest)
    {
        using var parsed = PhpJson.Parse(Encoding.UTF8.GetBytes(json));
        using var output = new TextBuffer();

        Encoding.UTF8.GetString(parsed!.Take("sign")).Should().Be(value);

        parsed.WriteAsReceived(output);
        Encoding.UTF8.GetString(output.Written.Span).Should().Be(rest);
    }

    [Test]
    public void A_list_is_one_once_the_member_is_gone()
    {
        using var parsed = PhpJson.Parse("""{"0":"a","sign":"x","1":"b"}"""u8.ToArray());
        using var output = new TextBuffer();

        parsed!.Take("sign");
        parsed.TryWriteAsPrinted(output).Should().BeTrue();

        Encoding.UTF8.GetString(output.Written.Span).Should().Be("""["a","b"]""");
    }

    [Test]
    public void Nesting_is_fine_up_to_the_budget_and_refused_beyond([Values("[", "{\"a\":")] string open)
    {
        var close = open == "[" ? "]" : "}";
        string Nested(int depth) => new StringBuilder().Insert(0, open, depth).Append("1.5").Insert((depth * open.Length) + 3, close, depth).ToString();
        var text = Nested(JsonBudget.MaxDepth);

        AsReceived(Encoding.ASCII.GetBytes(text)).Should().Be(text);
        Printed(Encoding.ASCII.GetBytes(text)).Should().Be(text);
        PhpJson.Parse(Encoding.ASCII.GetBytes(Nested(JsonBudget.MaxDepth + 1))).Should().BeNull();
    }

    [TestCase("the same name", 400)]
    [TestCase("the same name with containers", 200)]
    [TestCase("falling names", 400)]
    [TestCase("rising indexes", 400)]
    [TestCase("slashes", 1)]
    [TestCase("quotation marks", 1)]
    [TestCase("many small lists", 200)]
    public void Members_made_to_be_slow_come_out_right(string kind, int count)
    {
        Func<int, string> member = kind switch
        {
            "the same name" => _ => "\"a\":1",
            "the same name with containers" => i => $"\"a\":{{\"b\":{i}}}",
            "falling names" => i => $"\"k{count - i:D6}\":1.0",
            "rising indexes" => i => $"\"{i}\":1",
            "slashes" => _ => $"\"a\":\"{new string('/', 60_000)}\"",
            "quotation marks" => _ => $"\"a\":\"{new string('“', 20_000)}\"",
            _ => i => $"\"k{i}\":{{\"0\":1}}",
        };
        var json = Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, count).Select(member)) + "}");

        using var result = JsonDocument.Parse(Printed(json));

        (result.RootElement.ValueKind == JsonValueKind.Array).Should().Be(kind == "rising indexes");
    }

    // Of equal names the value of the last one stays; what the others held is no part of the text, whatever it is.
    [TestCase("""{"a":{"0":1},"a":{"0":2}}""", """{"a":[2]}""")]
    [TestCase("""{"a":{"0":{"0":1}},"a":{"0":{"0":2}}}""", """{"a":[[2]]}""")]
    [TestCase("""{"a":{"b":{},"b":{}},"a":1.0}""", """{"a":1}""")]
    [TestCase("""{"a":1.0,"a":{"0":{"x":1.0,"x":{}}},"b":{"0":7}}""", """{"a":[{"x":[]}],"b":[7]}""")]
    [TestCase("""{"a":{"0":1},"a":{"0":2},"a":{"0":3}}""", """{"a":[3]}""")]
    public void Only_values_that_are_part_of_the_text_are_walked(string json, string expected) =>
        Printed(Encoding.UTF8.GetBytes(json)).Should().Be(expected);

    // Half a surrogate pair would have almost every random text refused.
    private static string WithoutHalves(string json) => Regex.Replace(json, @"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", @"\u2028");

    private static bool HasOverflow(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && double.IsInfinity(reader.GetDouble()))
            {
                return true;
            }
        }

        return false;
    }

    private static string Printed(byte[] json)
    {
        using var parsed = PhpJson.Parse(json);
        using var output = new TextBuffer();
        return parsed!.TryWriteAsPrinted(output) ? Encoding.UTF8.GetString(output.Written.Span) : AsReceived(json);
    }

    private static string AsReceived(byte[] json)
    {
        using var parsed = PhpJson.Parse(json);
        using var output = new TextBuffer();
        parsed!.WriteAsReceived(output);
        return Encoding.UTF8.GetString(output.Written.Span);
    }
}
