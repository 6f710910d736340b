using System.Globalization;
using System.Text;

namespace CoinMoebius.Sdk.Tests.Webhooks.Json.Canonical;

/// <summary>Makes JSON texts with what is hard about them: odd names, escapes, surrogates, numbers at the edges, white space.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Names =
    [
        "a", "b", "ab", "", "A", "_", "0", "1", "9", "10", "01", "-1", "4294967294", "4294967295", "99999999999", "__proto__", "constructor",
        "payment_id", "payment_status", "pay_amount", "price_am\\u006funt", "\\u0061", "\\u0031", "zzzzzzzz", "zzzzzzzz\\u0000", "zzzzzzzzz",
        "é", "｡", "😀", "\\ud83d\\ude00", "\\ud83d", "\\udc00", "\uE000", "\uFFFF", "aé", "a😀", "a｡",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "-0.0", "1e-8", "0.000001", "0.0000001", "0.10", "1.0", "1e20", "1e21", "123456789012345678901", "9007199254740993", "1e400",
        "-1e400", "5e-324", "2e-324", "1.7976931348623159e308", "4.35", "100", "1e2", "-12.5e-3", "9.5e-7", "999999999999999", "9999999999999999",
    ];

    private readonly Random _random = new(seed);

    public string Next() => Value(5);

    private string Value(int depth) => _random.Next(depth > 0 ? 10 : 6) switch
    {
        0 or 1 => Number(),
        2 or 3 => String(),
        4 => Pick("true", "false", "null"),
        5 => Pick(Numbers),
        6 => Space() + "[" + Items(depth, _ => Value(depth - 1)) + Space() + "]" + Space(),
        _ => Space() + "{" + Items(depth, _ => Name() + Space() + ":" + Value(depth - 1)) + "}" + Space(),
    };

    private string Items(int depth, Func<int, string> item) =>
        string.Join(',', Enumerable.Range(0, _random.Next(depth == 5 ? 60 : 8)).Select(i => Space() + item(i) + Space()));

    private string Name() => Space() + (_random.Next(3) == 0 ? String() : $"\"{Pick(Names)}\"");

    private string Number()
    {
        var text = new StringBuilder(Pick("", "-")).Append(_random.Next(1, 10)).Append(Digits(_random.Next(20)));
        if (_random.Next(2) == 0)
        {
            text.Append('.').Append(Digits(_random.Next(1, 25)));
        }

        if (_random.Next(3) == 0)
        {
            text.Append(Pick("e", "E")).Append(Pick("", "+", "-")).Append(_random.Next(330).ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => _random.Next(10)));

    private string String()
    {
        var text = new StringBuilder("\"");
        for (var i = _random.Next(12); i > 0; i--)
        {
            text.Append(_random.Next(6) switch
            {
                0 => Pick("\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"),
                1 => $"\\u{_random.Next(0x10000):X4}",
                2 => $"\\u{_random.Next(0xD800, 0xE000):x4}",
                3 => Pick("é", "日", "\u2028", "\uFEFF", "\u007F", "😀", "\U0010FFFF", "\uD7FF", "\uE000", "/"),
                _ => ((char)_random.Next('a', 'z' + 1)).ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    private string Space() => _random.Next(8) == 0 ? Pick(" ", "\n", "\t", "\r\n", "   ") : "";

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
