using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace CoinMoebius.Sdk.Tests.Providers.PayPal;

public sealed class Crc32Tests
{
    [TestCaseSource(nameof(Published))]
    public void A_published_value_comes_out(string text, uint expected) =>
        Crc32.HashToUInt32(Encoding.UTF8.GetBytes(text)).Should().Be(expected);

    [TestCase("a", 0xE8B7BE43)]
    [TestCase("abc", 0x352441C2u)]
    [TestCase("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void A_well_known_value_comes_out(string text, uint expected) =>
        Crc32.HashToUInt32(Encoding.ASCII.GetBytes(text)).Should().Be(expected);

    [Test]
    public void Every_length_and_offset_agrees_with_the_definition()
    {
        var data = new byte[300];
        new Random(20260514).NextBytes(data);
        for (var length = 0; length <= 64; length++)
        {
            for (var offset = 0; offset < 9; offset++)
            {
                var part = data.AsSpan(offset, length);

                Crc32.HashToUInt32(part).Should().Be(Definition(part), "{0} bytes from {1}", length, offset);
            }
        }

        Crc32.HashToUInt32(data).Should().Be(Definition(data));
    }

    private static uint Definition(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static IEnumerable<TestCaseData> Published()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Providers", "PayPal", "Vectors", "paypal-certs.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var item in document.RootElement.GetProperty("crc32").EnumerateArray())
        {
            yield return new TestCaseData(
                item.GetProperty("text").GetString(), item.GetProperty("crc32").GetUInt32());
        }
    }
}
