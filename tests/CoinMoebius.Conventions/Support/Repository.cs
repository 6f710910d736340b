namespace CoinMoebius.Conventions.Support;

/// <summary>The files of this repository, found upward from the tests' own output.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static readonly HashSet<string> Skipped = ["bin", "obj", "artifacts", ".git", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static readonly Lazy<string[]> All = new(() => [.. Walk(Root).Order(StringComparer.Ordinal)]);

    /// <summary>The path of a file or folder, from its path inside the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>All files below a folder as paths inside the repository, with forward slashes; build output left out.</summary>
    public static IEnumerable<string> Files(string folder = "", string extension = "") =>
        All.Value.Where(file =>
            file.EndsWith(extension, StringComparison.Ordinal) && (folder.Length == 0 || file.StartsWith(folder + "/", StringComparison.Ordinal)));

    /// <summary>The names of the folders directly below one.</summary>
    public static IEnumerable<string> Folders(string folder) =>
        Files(folder).Select(file => file[(folder.Length + 1)..].Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct();

    public static bool Exists(string relative) => File.Exists(PathOf(relative));

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder).Where(child => !Skipped.Contains(Path.GetFileName(child))).SelectMany(Walk));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CoinMoebius.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new InvalidOperationException("These tests read the repository: run them from a clone of it.");
        }

        return Path.GetFullPath(folder);
    }
}
