using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Webhooks.Json.Canonical;
using CoinMoebius.Sdk.Webhooks.Json.Canonical;
using CoinMoebius.Sdk.Webhooks.Json.EcmaScript;

namespace CoinMoebius.Sdk.Tests.Webhooks.Json.EcmaScript;

public sealed class EcmaScriptJsonTests
{
    [Test]
    public void The_text_is_what_JSON_stringify_prints()
    {
        // Each row: a text, and JSON.stringify(sorted(JSON.parse(text))) of an ECMAScript engine, with arrays kept and as objects.
        var path = Path.Combine(AppContext.BaseDirectory, "Webhooks", "Json", "EcmaScript", "Vectors", "json-stringify.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        document.RootElement.GetProperty("cases").GetArrayLength().Should().BeGreaterThan(100);
        foreach (var row in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var json = row.GetProperty("json").GetBytesFromBase64();

            Canonical(json).Should().Be(Text(row, "arraysKept"), "of {0}", Encoding.UTF8.GetString(json));
            Canonical(json, arraysAsObjects: true).Should().Be(Text(row, "arraysAsObjects"), "of {0}", Encoding.UTF8.GetString(json));
        }
    }

    [Test]
    public void Random_texts_come_out_as_from_a_plain_implementation([Range(1, 20)] int seed)
    {
        var random = new RandomJson(seed);
        for (var i = 0; i < 200; i++)
        {
            var json = Encoding.UTF8.GetBytes(random.Next());
            var arraysAsObjects = i % 2 == 0;

            Canonical(json, arraysAsObjects).Should().Be(
                Encoding.UTF8.GetString(SortedJson.TryPrint(json, arraysAsObjects)!), "of {0}", Encoding.UTF8.GetString(json));
        }
    }

    [Test]
    public void The_text_is_its_own_canonical_form([Range(21, 25)] int seed)
    {
        var random = new RandomJson(seed);
        for (var i = 0; i < 100; i++)
        {
            var once = Canonical(Encoding.UTF8.GetBytes(random.Next()));

            Canonical(Encoding.UTF8.GetBytes(once)).Should().Be(once);
        }
    }

    [Test]
    public void A_text_cut_off_or_with_one_byte_changed_is_refused_or_JSON_to_others_too([Range(31, 36)] int seed)
    {
        var random = new RandomJson(seed);
        var dice = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var json = Encoding.UTF8.GetBytes(random.Next());
            var changed = dice.Next(2) == 0 ? json[..dice.Next(json.Length)] : json;
            if (changed.Length == json.Length)
            {
                changed[dice.Next(json.Length)] = (byte)dice.Next(256);
            }

            using var parsed = EcmaScriptJson.Parse(changed);

            (parsed is not null).Should().Be(IsJson(changed), "of {0}", Convert.ToHexString(changed));
        }
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("{")]
    [TestCase("[")]
    [TestCase("[1")]
    [TestCase("[1,")]
    [TestCase("[1,]")]
    [TestCase("[,1]")]
    [TestCase("[1 2]")]
    [TestCase("[}")]
    [TestCase("{]")]
    [TestCase("{\"a\"}")]
    [TestCase("{\"a\":}")]
    [TestCase("{\"a\":1,}")]
    [TestCase("{,\"a\":1}")]
    [TestCase("{a:1}")]
    [TestCase("{1:1}")]
    [TestCase("{'a':1}")]
    [TestCase("{\"a\" 1}")]
    [TestCase("{\"a\":1 \"b\":2}")]
    [TestCase("{\"a\":1}{}")]
    [TestCase("{}}")]
    [TestCase("1 2")]
    [TestCase("01")]
    [TestCase("-")]
    [TestCase("-01")]
    [TestCase("+1")]
    [TestCase(".5")]
    [TestCase("1.")]
    [TestCase("1.e5")]
    [TestCase("1e")]
    [TestCase("1e+")]
    [TestCase("1e5.")]
    [TestCase("0x1")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("-Infinity")]
    [TestCase("undefined")]
    [TestCase("tru")]
    [TestCase("truee")]
    [TestCase("True")]
    [TestCase("nul")]
    [TestCase("\"")]
    [TestCase("\"a")]
    [TestCase("\"\\\"")]
    [TestCase("\"\\x\"")]
    [TestCase("\"\\u12\"")]
    [TestCase("\"\\u12G4\"")]
    [TestCase("\"\\U0061\"")]
    [TestCase("\"\t\"")]
    [TestCase("\"\n\"")]
    [TestCase("\"\0\"")]
    [TestCase("/**/1")]
    [TestCase("1//")]
    [TestCase("\u00A01")]
    [TestCase("\f1")]
    [TestCase("\uFEFF{}")]
    public void What_is_not_strict_JSON_is_refused(string text)
    {
        EcmaScriptJson.Parse(Encoding.UTF8.GetBytes(text)).Should().BeNull();
    }

    [TestCase("22C32822")]
    [TestCase("22FF22")]
    [TestCase("22C0AF22")]
    [TestCase("22EDA08022")]
    [TestCase("22F490808022")]
    [TestCase("22E28222")]
    [TestCase("22F09F98")]
    [TestCase("EFBBBF7B7D")]
    public void What_is_not_valid_UTF8_is_refused(string hex)
    {
        EcmaScriptJson.Parse(Convert.FromHexString(hex)).Should().BeNull();
    }

    [TestCase("{\"__proto__\":{\"a\":1}}", "{}")]
    [TestCase("{\"b\":1,\"__proto__\":2,\"a\":3,\"__pr\\u006fto__\":4}", "{\"a\":3,\"b\":1}")]
    [TestCase("{\"constructor\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2,\"constructor\":1}")]
    [TestCase("{\"a\":{\"x\":1},\"a\":{\"y\":2}}", "{\"a\":{\"y\":2}}")]
    [TestCase("{\"1\":\"a\",\"\\u0031\":\"b\"}", "{\"1\":\"b\"}")]
    [TestCase("{\"\\ud83d\\ude00\":1,\"\\uff61\":2,\"\\ud83d\":3,\"\\ude00\":4}", "{\"\\ud83d\":3,\"😀\":1,\"\\ude00\":4,\"｡\":2}")]
    [TestCase("{\"\":1}", "{\"\":1}")]
    [TestCase(" [ { } , [ ] , \"\\/\" ] ", "[{},[],\"/\"]")]
    public void Names_are_ordered_and_kept_as_objects_do(string json, string expected)
    {
        Canonical(Encoding.UTF8.GetBytes(json)).Should().Be(expected);
    }

    [Test]
    public void Any_depth_is_fine([Values("[", "{\"a\":")] string open)
    {
        const int Depth = 500_000;
        var close = open == "[" ? "]" : "}";
        var text = new StringBuilder().Insert(0, open, Depth).Append('1').Insert(Depth * open.Length + 1, close, Depth).ToString();

        using var json = EcmaScriptJson.Parse(Encoding.ASCII.GetBytes(text));

        json!.Depth.Should().Be(Depth);
        json.HasArray.Should().Be(open == "[");
        using var output = new PooledBytes(16);
        json.Write(output);
        Encoding.ASCII.GetString(output.Written.Span).Should().Be(text);
    }

    // A quadratic step anywhere would keep these busy for hours rather than for a moment.
    [TestCase("the same name", 200_000)]
    [TestCase("falling names", 100_000)]
    [TestCase("falling indexes", 100_000)]
    [TestCase("escaped names with a long common start", 2_000)]
    [TestCase("many small objects", 100_000)]
    [TestCase("__proto__ only", 70_000)]
    public void A_megabyte_made_to_be_slow_comes_to_an_end(string kind, int count)
    {
        Func<int, string> member = kind switch
        {
            "the same name" => _ => "\"a\":1",
            "falling names" => i => $"\"k{count - i:D6}\":1",
            "falling indexes" => i => $"\"{count - i}\":1",
            "escaped names with a long common start" => i => $"\"{string.Concat(Enumerable.Repeat("\\u0061", 80))}{count - i:D6}\":1",
            "many small objects" => i => $"\"{i % 7}\":{{\"b\":1,\"a\":2}}",
            _ => _ => "\"__proto__\":1",
        };
        var json = Encoding.ASCII.GetBytes("{" + string.Join(',', Enumerable.Range(0, count).Select(member)) + "}");

        var text = Canonical(json);

        using var result = JsonDocument.Parse(text);
        result.RootElement.EnumerateObject().Count().Should().Be(kind switch
        {
            "the same name" => 1,
            "many small objects" => 7,
            "__proto__ only" => 0,
            _ => count,
        });
    }

    [Test]
    public void What_is_written_stays_within_a_small_multiple_of_the_text()
    {
        var json = Encoding.ASCII.GetBytes("[" + string.Join(',', Enumerable.Repeat("1e20", 200_000)) + "]");

        Canonical(json, arraysAsObjects: true).Length.Should().BeLessThan(8 * json.Length);
    }

    [Test]
    public void One_very_long_number_is_read_once()
    {
        var zeros = new string('0', 500_000);

        Canonical(Encoding.ASCII.GetBytes($"[1{zeros},0.{zeros}1,1{zeros}e-500000,0.{zeros}1e500001,1.{zeros}1,-0.{zeros}]"))
            .Should().Be("[null,0,1,1,1,0]");
    }

    private static string Text(JsonElement row, string name) => Encoding.UTF8.GetString(row.GetProperty(name).GetBytesFromBase64());

    private static string Canonical(byte[] json, bool arraysAsObjects = false)
    {
        using var parsed = EcmaScriptJson.Parse(json) ?? throw new FormatException("This is JSON: " + Encoding.UTF8.GetString(json));
        using var output = new PooledBytes(1);
        parsed.Write(output, arraysAsObjects);
        return Encoding.UTF8.GetString(output.Written.Span);
    }

    private static bool IsJson(byte[] text)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 512 });
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return false;
        }
    }
}
