using System.Text.Json;
using CoinMoebius.Sdk.Mobbex;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

public sealed class MobbexStatusCodeTests
{
    private static readonly int[] Paid = [4, 200, 300, 301, 302, 303];
    private static readonly int[] Pending = [0, 1, 2, 3, 100, 201, 210, 299];
    private static readonly int[] Failed = [400, 401, 402, 403, .. Enumerable.Range(410, 10), 500, 604];
    private static readonly int[] Refunded = [601, 602, 605, 610];

    [Test]
    public void Every_code_is_of_one_group_or_of_none()
    {
        for (var code = -1; code <= 1000; code++)
        {
            var status = new MobbexStatusCode(code);
            var inReserve = code is (>= 404 and <= 409);

            (status.IsPaid, status.IsPending, status.IsRefunded).Should().Be(
                (Paid.Contains(code), Pending.Contains(code), Refunded.Contains(code)), "of {0}", code);
            status.IsFailed.Should().Be(Failed.Contains(code) || inReserve, "of {0}", code);
            status.Meaning.Should().NotBeNullOrEmpty();
        }
    }

    [Test]
    public void Every_named_code_has_a_meaning_of_its_own()
    {
        var named = typeof(MobbexStatusCode).GetProperties().Where(property => property.PropertyType == typeof(MobbexStatusCode))
            .Select(property => (MobbexStatusCode)property.GetValue(null)!).Where(code => code != MobbexStatusCode.Unknown).ToArray();

        named.Should().HaveCount(32).And.OnlyHaveUniqueItems();
        named.Select(code => code.Meaning).Should().OnlyHaveUniqueItems().And.NotContain("unknown");
        named.Select(code => code.Value).Should().BeSubsetOf(
            typeof(MobbexStatusCode.Values).GetFields().Select(field => (int)field.GetRawConstantValue()!));
    }

    [TestCase("\"200\"", 200)]
    [TestCase("401", 401)]
    [TestCase("\"\"", -1)]
    [TestCase("\"paid\"", -1)]
    [TestCase("\" 200\"", -1)]
    [TestCase("200.5", -1)]
    [TestCase("{\"code\":200}", -1)]
    [TestCase("[200]", -1)]
    [TestCase("true", -1)]
    public void It_reads_text_and_numbers_and_nothing_else_as_paid(string json, int expected)
    {
        var status = JsonSerializer.Deserialize($$"""{"code":{{json}}}""", MobbexJson.Default.MobbexStatus)!;

        status.Code.Should().Be(new MobbexStatusCode(expected));
        (expected < 0 && status.Code!.Value.IsPaid).Should().BeFalse();
    }

    [TestCase("200", true, 200)]
    [TestCase("0", true, 0)]
    [TestCase("undefined", false, 0)]
    [TestCase("-1", false, 0)]
    [TestCase("+200", false, 0)]
    [TestCase("99999999999", false, 0)]
    [TestCase(null, false, 0)]
    public void It_parses_digits(string? text, bool expected, int value)
    {
        MobbexStatusCode.TryParse(text, out var code).Should().Be(expected);
        code.Value.Should().Be(value);
    }

    [Test]
    public void It_prints_its_digits_and_defaults_to_no_state()
    {
        MobbexStatusCode.Paid.ToString().Should().Be("200");
        default(MobbexStatusCode).Should().Be(MobbexStatusCode.None);
        MobbexStatusCode.None.IsPaid.Should().BeFalse();
    }
}
