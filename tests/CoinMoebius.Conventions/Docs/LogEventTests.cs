using System.Text.RegularExpressions;
using CoinMoebius.Conventions.Support;

namespace CoinMoebius.Conventions.Docs;

/// <summary>Whoever filters or alarms by the id of a log event finds it in the documentation.</summary>
public sealed class LogEventTests
{
    [Test]
    public void Every_log_event_stands_in_the_documentation_once_with_its_level()
    {
        var logged = Repository.Files("src", ".cs").SelectMany(file => Regex.Matches(Repository.Read(file), @"\[LoggerMessage\((\d+), LogLevel\.(\w+)"));
        var documented = Regex.Matches(Repository.Read("docs/observability.md"), @"^\| (\d{4}) \| (\w+) \|", RegexOptions.Multiline);

        documented.Select(Row).Should().BeEquivalentTo(logged.Select(Row)).And.OnlyHaveUniqueItems().And.BeInAscendingOrder();
    }

    private static string Row(Match match) => $"{match.Groups[1].Value} {match.Groups[2].Value}";
}
