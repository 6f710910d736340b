using System.Text.Json;

namespace CoinMoebius.Benchmarks.Rails;

/// <summary>The least work that reads a JSON text: every token once, none kept.</summary>
internal static class JsonPass
{
    public static int Run(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
