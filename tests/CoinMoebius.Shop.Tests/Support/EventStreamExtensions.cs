namespace CoinMoebius.Shop.Tests.Support;

/// <summary>Reads a stream of events as it comes.</summary>
internal static class EventStreamExtensions
{
    public static async Task<StreamReader> GetStreamReaderAsync(this HttpClient http, string path) => new(await http.GetStreamAsync(path));

    public static async Task<string> ReadLineStartingWithAsync(this StreamReader stream, string beginning)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new EndOfStreamException($"No line begins with \"{beginning}\".");
    }
}
