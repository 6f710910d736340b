using System.Text.RegularExpressions;
using CoinMoebius.Conventions.Support;

namespace CoinMoebius.Conventions.Docs;

/// <summary>A page of documentation.</summary>
public sealed partial record MarkdownFile(string Path)
{
    public static IReadOnlyList<MarkdownFile> All { get; } = [.. Repository.Files("", ".md").Select(path => new MarkdownFile(path))];

    public string Text => Repository.Read(Path);

    /// <summary>The C# blocks, each with the line it starts at.</summary>
    public IEnumerable<Snippet> Snippets => CSharpBlock().Matches(Text).Select(
        match => new Snippet(Path, 1 + Text.AsSpan(0, match.Groups[2].Index).Count('\n'), match.Groups[1].Value.Trim(), match.Groups[2].Value));

    /// <summary>The targets of links to files, without the part after #.</summary>
    public IEnumerable<string> Links => Link().Matches(Fence().Replace(Text, "")).Select(match => match.Groups[1].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
        .Select(target => target.Split('#')[0]).Where(target => target.Length > 0);

    public override string ToString() => Path;

    [GeneratedRegex(@"^```(?:csharp|cs|c#)\b([^\n]*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
