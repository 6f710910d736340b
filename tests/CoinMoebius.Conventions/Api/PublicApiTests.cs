using CoinMoebius.Conventions.Support;

namespace CoinMoebius.Conventions.Api;

/// <summary>The public surface changes only when <c>api/</c> says so.</summary>
public sealed class PublicApiTests
{
    private const string UpdateVariable = "COINMOEBIUS_UPDATE_API";

    private static bool IsUpdate => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    [TestCaseSource(typeof(Cases), nameof(Cases.Assemblies))]
    public void The_public_surface_is_the_one_listed(BuiltAssembly assembly)
    {
        var file = FileOf(assembly);
        var actual = ApiListing.Of(assembly);
        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repository.PathOf(file))!);
            File.WriteAllText(Repository.PathOf(file), actual);
        }

        var listed = Repository.Exists(file) ? Repository.Read(file).Split('\n') : [];
        var now = actual.Split('\n');
        var changes = listed.Except(now).Select(line => "- " + line.Trim()).Concat(now.Except(listed).Select(line => "+ " + line.Trim()));
        string.Join('\n', listed).Should().Be(
            actual,
            "{0} lists the surface. If the change is meant, run {1}=1 dotnet test tests/CoinMoebius.Conventions and commit it:\n{2}\n",
            file,
            UpdateVariable,
            string.Join('\n', changes));
    }

    [Test]
    public void Every_listing_is_of_a_package_and_a_framework_that_exist() =>
        Repository.Files("api").Should().BeSubsetOf(BuiltAssembly.All.Select(FileOf));

    private static string FileOf(BuiltAssembly assembly) => $"api/{assembly.Package.Name}/{assembly.Framework}.txt";
}
