using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoinMoebius.Conventions.Support;

namespace CoinMoebius.Conventions.Projects;

/// <summary>Nobody outside can change what is built here or what builds it without a commit that shows it.</summary>
public sealed class SupplyChainTests
{
    private static readonly XDocument Common = XDocument.Parse(Repository.Read("Directory.Build.props"));

    private static IEnumerable<string> Workflows => Repository.Files(".github/workflows");

    private static IEnumerable<string> Projects => new[] { "src", "tests", "bench", "samples" }.SelectMany(folder => Repository.Files(folder, ".csproj"));

    [TestCaseSource(nameof(Workflows))]
    public void An_action_is_pinned_by_its_commit_and_says_its_version(string workflow)
    {
        var used = Regex.Matches(Repository.Read(workflow), @"^\s*(?:- )?uses:\s*(.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value.Trim());

        used.Should().NotBeEmpty().And.OnlyContain(action => Regex.IsMatch(action, @"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"));
    }

    [TestCaseSource(nameof(Workflows))]
    public void A_workflow_may_read_the_sources_and_a_job_asks_for_what_it_needs_more(string workflow)
    {
        var text = Repository.Read(workflow);

        text.Should().MatchRegex(@"(?m)^permissions:\n  contents: read\n\n", "that is all of it at the top");
        text.Should().NotContain("write-all").And.NotContain("pull_request_target");
        Regex.Matches(text, @"^ {6}([\w-]+): write$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)
            .Should().BeSubsetOf(["id-token", "attestations"]);
        Regex.Count(text, "uses: actions/checkout@").Should().Be(Regex.Count(text, "persist-credentials: false"));
    }

    [Test]
    public void No_text_of_an_event_gets_into_a_command()
    {
        var commands = Workflows.SelectMany(file => Regex.Matches(Repository.Read(file), @"run: (?:>\n(?:\s{10,}.*\n)+|.*)").Select(match => match.Value));

        commands.Should().HaveCountGreaterThan(4).And.NotContain(command => command.Contains("${{"));
    }

    [TestCase("NuGetAudit", "true")]
    [TestCase("NuGetAuditMode", "all")]
    [TestCase("NuGetAuditLevel", "low")]
    [TestCase("RestorePackagesWithLockFile", "true")]
    public void What_is_known_against_a_package_is_said(string property, string value) =>
        Common.Descendants(property).Select(element => element.Value).Should().Equal(value);

    [Test]
    public void No_warning_of_the_package_manager_is_silenced()
    {
        var files = Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal)
            || file.EndsWith(".targets", StringComparison.Ordinal));

        files.SelectMany(file => XDocument.Parse(Repository.Read(file)).Descendants())
            .Where(element => element.Name.LocalName is "NoWarn" or "NuGetAuditSuppress")
            .Select(element => element.ToString()).Should().NotContain(text => text.Contains("NU1") || text.Contains("NuGetAuditSuppress"));
    }

    [TestCaseSource(nameof(Projects))]
    public void A_project_has_its_lock_file_which_names_no_server(string project)
    {
        var text = Repository.Read($"{project[..project.LastIndexOf('/')]}/packages.lock.json");

        using var locked = JsonDocument.Parse(text);
        locked.RootElement.GetProperty("version").GetInt32().Should().Be(2);
        text.Should().NotContain("://", "a lock file is the same wherever it is made");
    }

    [Test]
    public void CI_restores_what_is_locked_and_lists_what_is_in_a_package()
    {
        Repository.Read(".ci/run").Should().MatchRegex(@"dotnet restore \S+ --locked-mode").And.Contain("eng/make-sbom");
        Workflows.Select(Repository.Read).Should().Contain(text => text.Contains("attest-build-provenance@") && text.Contains("sbom/*"));
    }

    [Test]
    public void A_package_comes_from_the_source_its_name_is_mapped_to()
    {
        var mapping = XDocument.Parse(Repository.Read("nuget.config")).Descendants("packageSourceMapping").Single();

        mapping.Elements("packageSource").Select(source => (string?)source.Attribute("key")).Should().Equal("nuget.org");
    }

    [TestCase("nuget")]
    [TestCase("github-actions")]
    public void Updates_are_proposed_for(string ecosystem) =>
        Repository.Read(".github/dependabot.yml").Should().Contain($"package-ecosystem: {ecosystem}");
}
