using System.Text;
using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json.Canonical;
using CoinMoebius.Sdk.Primitives.Json.EcmaScript;
using CoinMoebius.Sdk.Testing;
using CoinMoebius.Sdk.Tests.Webhooks.Json.Canonical;
using CoinMoebius.Tests.Shared;

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
    public void Random_texts_come_out_as_from_a_plain_implementation([Seeds(1, 20)] int seed)
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
    public void The_text_is_its_own_canonical_form([Seeds(21, 25)] int seed)
    {
        var random = new RandomJson(seed);
        for (var i = 0; i < 100; i++)
        {
            var once = Canonical(Encoding.UTF8.GetBytes(random.Next()));

            Canonical(Encoding.UTF8.GetBytes(once)).Should().Be(once);
        }
    }

    [Test]
    public void A_text_cut_off_or_with_one_byte_changed_is_refused_or_JSON_to_others_too([Seeds(31, 36)] int seed)
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
    public void Nesting_is_fine_up_to_the_budget_and_refused_beyond([Values("[", "{\"a\":")] string open)
    {
        var close = open == "[" ? "]" : "}";
        string Nested(int depth) => new StringBuilder().Insert(0, open, depth).Append('1').Insert((depth * open.Length) + 1, close, depth).ToString();

        Canonical(Encoding.ASCII.GetBytes(Nested(JsonBudget.MaxDepth))).Should().Be(Nested(JsonBudget.MaxDepth));
        foreach (var depth in new[] { JsonBudget.MaxDepth + 1, 500_000 })
        {
            EcmaScriptJson.Parse(Encoding.ASCII.GetBytes(Nested(depth))).Should().BeNull();
        }
    }

    [TestCase("the same name")]
    [TestCase("falling names")]
    [TestCase("falling indexes")]
    [TestCase("escaped names with a long common start")]
    [TestCase("many small objects")]
    [TestCase("__proto__ only")]
    public void Members_made_to_be_slow_come_out_right_within_the_budget_and_are_refused_beyond(string kind)
    {
        const int Within = 110;
        const int Beyond = 100_000;
        byte[] Json(int count)
        {
            Func<int, string> member = kind switch
            {
                "the same name" => _ => "\"a\":1",
                "falling names" => i => $"\"k{count - i:D6}\":1",
                "falling indexes" => i => $"\"{count - i}\":1",
                "escaped names with a long common start" => i => $"\"{string.Concat(Enumerable.Repeat("\\u0061", 5))}{count - i:D6}\":1",
                "many small objects" => i => $"\"{i % 7}\":{{\"b\":1}}",
                _ => _ => "\"__proto__\":1",
            };
            return Encoding.ASCII.GetBytes("{" + string.Join(',', Enumerable.Range(0, count).Select(member)) + "}");
        }

        using var result = JsonDocument.Parse(Canonical(Json(Within)));
        result.RootElement.EnumerateObject().Count().Should().Be(kind switch
        {
            "the same name" => 1,
            "many small objects" => 7,
            "__proto__ only" => 0,
            _ => Within,
        });
        EcmaScriptJson.Parse(Json(Beyond)).Should().BeNull();
    }

    [Test]
    public void What_is_written_stays_within_a_small_multiple_of_the_text()
    {
        var json = Encoding.ASCII.GetBytes("[" + string.Join(',', Enumerable.Repeat("1e20", 600)) + "]");

        Canonical(json, arraysAsObjects: true).Length.Should().BeLessThan(8 * json.Length);
    }

    [Test]
    public void Digits_are_fine_up_to_the_budget_and_refused_beyond()
    {
        var zeros = new string('0', 100);
        Canonical(Encoding.ASCII.GetBytes($"[1{zeros},0.{zeros}1,1{zeros}e-100,0.{zeros}1e101,1.{zeros}1,-0.{zeros}]")).Should().Be("[1e+100,1e-101,1,1,1,0]");

        EcmaScriptJson.Parse(Encoding.ASCII.GetBytes("[1" + new string('0', 5_000) + "]")).Should().BeNull("one number is too long");
        EcmaScriptJson.Parse(Encoding.ASCII.GetBytes("[" + string.Join(',', Enumerable.Repeat("0.12345678901234567", 500)) + "]")).Should().BeNull(
            "too many numbers have to be rounded");
    }

    [Test]
    public void A_long_text_is_passed_on_in_pieces_and_a_short_one_is_kept([Values(10, TextBuffer.Size - 4, TextBuffer.Size - 3, 3 * TextBuffer.Size)] int length)
    {
        var pieces = new Pieces();
        using var output = new TextBuffer(pieces);
        var json = Encoding.ASCII.GetBytes("[\"" + new string('x', length) + "\"]");
        using var parsed = EcmaScriptJson.Parse(json);

        parsed!.Write(output);

        output.IsWhole.Should().Be(json.Length <= TextBuffer.Size);
        pieces.All.Concat(output.Written.ToArray()).Should().Equal(json);
    }

    private static string Text(JsonElement row, string name) => Encoding.UTF8.GetString(row.GetProperty(name).GetBytesFromBase64());

    private static string Canonical(byte[] json, bool arraysAsObjects = false)
    {
        using var parsed = EcmaScriptJson.Parse(json) ?? throw new FormatException("This is JSON: " + Encoding.UTF8.GetString(json));
        using var output = new TextBuffer();
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

    private sealed class Pieces : ITextSink
    {
        public List<byte> All { get; } = [];

        public void Append(ReadOnlySpan<byte> piece) => All.AddRange(piece.ToArray());
    }
}
