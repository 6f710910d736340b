using Microsoft.CodeAnalysis;

namespace CoinMoebius.Conventions.Support;

/// <summary>What a compilation refers to: everything these tests run on.</summary>
internal static class References
{
    private static readonly string[] Paths =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => path.EndsWith(".dll", StringComparison.Ordinal))];

    /// <summary>.NET, ASP.NET Core and the packages' dependencies.</summary>
    public static IReadOnlyList<MetadataReference> Platform { get; } = [.. Load(own: false)];

    /// <summary>The packages of this repository.</summary>
    public static IReadOnlyList<MetadataReference> Own { get; } = [.. Load(own: true)];

    private static IEnumerable<MetadataReference> Load(bool own)
    {
        var names = Package.All.Select(package => package.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Paths.Where(path => names.Contains(Path.GetFileNameWithoutExtension(path)) == own)
            .Where(path => !Path.GetFileName(path).StartsWith("CoinMoebius.Conventions", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
