using System.Xml.Linq;

namespace CoinMoebius.Conventions.Support;

/// <summary>A project below <c>src</c>: one package.</summary>
public sealed record Package(string Name, string ProjectFile, XDocument Project)
{
    public static IReadOnlyList<Package> All { get; } =
    [
        .. Repository.Files("src", ".csproj").Select(
            file => new Package(Path.GetFileNameWithoutExtension(file), file, XDocument.Load(Repository.PathOf(file)))),
    ];

    public string Folder => ProjectFile[..ProjectFile.LastIndexOf('/')];

    public string AssemblyName => Property("AssemblyName") ?? Name;

    public string RootNamespace => Property("RootNamespace") ?? Name;

    public bool IsLibrary => Property("OutputType") is null;

    public IReadOnlyList<string> Frameworks => (Property("TargetFrameworks") ?? Property("TargetFramework"))!.Split(';');

    public string? Property(string name) => Project.Descendants(name).FirstOrDefault()?.Value;

    public override string ToString() => Name;
}
