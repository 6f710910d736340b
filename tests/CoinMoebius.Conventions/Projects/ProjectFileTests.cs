using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoinMoebius.Conventions.Support;

namespace CoinMoebius.Conventions.Projects;

/// <summary>Projects say little, and the same things.</summary>
public sealed class ProjectFileTests
{
    [TestCaseSource(typeof(Cases), nameof(Cases.Packages))]
    public void A_package_describes_itself(Package package)
    {
        package.Property("Description").Should().NotBeNull().And.EndWith(".").And.Subject.Length.Should().BeInRange(40, 300);
        var readme = Repository.Read($"{package.Folder}/README.md");
        readme.Should().StartWith($"# {package.Name}\n").And.Contain("```", "a package's page shows how it is used");
    }

    [TestCaseSource(typeof(Cases), nameof(Cases.Packages))]
    public void A_package_leaves_common_settings_to_the_common_files(Package package)
    {
        string[] common =
        [
            "Version", "VersionPrefix", "LangVersion", "Nullable", "TreatWarningsAsErrors", "NoWarn", "Authors", "PackageLicenseExpression",
            "GenerateDocumentationFile", "SignAssembly", "PackageIcon", "PackageReadmeFile",
        ];

        common.Where(name => package.Property(name) is not null).Should().BeEmpty();
    }

    [Test]
    public void Versions_stand_in_one_file()
    {
        var scattered = Projects().Where(file => Load(file).Descendants("PackageReference").Any(
            reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null));

        scattered.Should().BeEmpty();
    }

    [Test]
    public void The_solution_lists_every_project_and_no_other()
    {
        var listed = Regex.Matches(Repository.Read("CoinMoebius.Sdk.sln"), "\"([^\"]+\\.csproj)\"").Select(match => match.Groups[1].Value.Replace('\\', '/'));

        listed.Should().BeEquivalentTo(Projects());
    }

    [Test]
    public void The_core_depends_on_nothing_of_a_web_framework()
    {
        var core = Package.All.Single(package => package.Name == "CoinMoebius.Sdk").Project;

        core.Descendants("FrameworkReference").Should().BeEmpty();
        core.Descendants("ProjectReference").Should().BeEmpty();
    }

    [Test]
    public void Only_public_sources_are_configured() =>
        Load("nuget.config").Descendants("add").Select(source => (string?)source.Attribute("key")).Should().Equal("nuget.org");

    [Test]
    public void The_changelog_names_the_version_that_is_built_or_what_is_unreleased() =>
        Repository.Read("CHANGELOG.md").Should().Contain("## [Unreleased]");

    private static IEnumerable<string> Projects() => new[] { "src", "tests", "bench", "samples" }.SelectMany(folder => Repository.Files(folder, ".csproj"));

    private static XDocument Load(string file) => XDocument.Load(Repository.PathOf(file));
}
