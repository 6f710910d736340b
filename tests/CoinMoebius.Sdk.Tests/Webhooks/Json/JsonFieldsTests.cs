using System.Text.Json;
using CoinMoebius.Sdk.Primitives.Json;

namespace CoinMoebius.Sdk.Tests.Webhooks.Json;

public sealed class JsonFieldsTests
{
    [TestCase("2026-05-14T01:04:21Z", "2026-05-14T01:04:21.0000000+00:00")]
    [TestCase("2026-05-14T01:04:21.329Z", "2026-05-14T01:04:21.3290000+00:00")]
    [TestCase("2026-05-14T01:04:21.123456789Z", "2026-05-14T01:04:21.1234567+00:00")]
    [TestCase("2026-05-14T01:04:21", "2026-05-14T01:04:21.0000000+00:00")]
    [TestCase("2026-05-14T03:04:21+02:00", "2026-05-14T01:04:21.0000000+00:00")]
    [TestCase("2026-05-14 01:04:21Z", "2026-05-14T01:04:21.0000000+00:00")]
    [TestCase("2026-05-14", "2026-05-14T00:00:00.0000000+00:00")]
    [TestCase("2026-05-14T01:04:21\\u005a", "2026-05-14T01:04:21.0000000+00:00")]
    public void A_time_is_read_in_UTC(string text, string time)
    {
        var read = JsonElement.Parse($"\"{text}\"").IsoTime();

        // Some forms are rounded at the last digit, others cut off.
        (read!.Value - DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture)).Duration().Should().BeLessThanOrEqualTo(TimeSpan.FromTicks(1));
        read.Value.Offset.Should().Be(TimeSpan.Zero);
    }

    [TestCase("\"Z\"")]
    [TestCase("\"\"")]
    [TestCase("\"yesterdayZ\"")]
    [TestCase("\"2026-13-14T01:04:21Z\"")]
    [TestCase("5")]
    [TestCase("null")]
    [TestCase("{}")]
    public void What_is_no_time_is_none(string json) => JsonElement.Parse(json).IsoTime().Should().BeNull();
}
