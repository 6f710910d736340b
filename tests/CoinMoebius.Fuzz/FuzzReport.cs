using System.Globalization;

namespace CoinMoebius.Fuzz;

/// <summary>What came of a run.</summary>
internal sealed class FuzzReport
{
    private const int MostFindings = 20;

    private readonly SortedDictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    /// <summary>What is wrong, with the delivery that shows it; the first of many.</summary>
    public List<string> Findings { get; } = [];

    public void Count(Subject subject, bool isSigned, bool isVerified)
    {
        if (!_counts.TryGetValue(subject.Name, out var counts))
        {
            _counts[subject.Name] = counts = new int[4];
        }

        counts[(isSigned ? 2 : 0) + (isVerified ? 0 : 1)]++;
    }

    public void Add(Subject subject, int iteration, string what, FuzzDelivery delivery)
    {
        if (Findings.Count < MostFindings)
        {
            var headers = string.Join(" | ", delivery.Headers.Select(header => $"{header.Key}: {header.Value[..Math.Min(200, header.Value.Length)]}"));
            Findings.Add(string.Create(
                CultureInfo.InvariantCulture, $"{subject.Name}, iteration {iteration}: {what}\n  headers {headers}\n  query {delivery.Query}\n  body {Convert.ToBase64String(delivery.Body)}"));
        }
    }

    public void Write(TextWriter output)
    {
        output.WriteLine($"{"provider",-20}{"changed: accepted",20}{"refused",10}{"signed: accepted",20}{"refused",10}");
        foreach (var (name, counts) in _counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20}{counts[0],20}{counts[1],10}{counts[2],20}{counts[3],10}"));
        }

        foreach (var finding in Findings)
        {
            output.WriteLine(finding);
        }

        output.WriteLine(Findings.Count == 0 ? "Nothing is wrong." : $"{Findings.Count} findings.");
    }
}
