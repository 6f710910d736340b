using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CoinMoebius.Conventions.Docs;

/// <summary>Every C# block of the documentation compiles as it stands.</summary>
public sealed class SnippetTests
{
    /// <summary>What a reader does not mind in an excerpt: unused things, methods that await nothing, and what projects leave out by themselves.</summary>
    private static readonly HashSet<string> Tolerated = ["CS0168", "CS0219", "CS1998", "CS8321", "CS8019", "CS0105", "CS1701", "CS1702", "CS0162"];

    public static IEnumerable<TestCaseData> Snippets =>
        MarkdownFile.All.SelectMany(page => page.Snippets).Select(snippet => new TestCaseData(snippet).SetArgDisplayNames(snippet.ToString()));

    [TestCaseSource(nameof(Snippets))]
    public void A_snippet_compiles(Snippet snippet)
    {
        SnippetCompiler.Compile(snippet).GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning && !Tolerated.Contains(problem.Id))
            .Select(problem => $"{problem.Location.SourceTree?.FilePath}:{snippet.Line + problem.Location.GetLineSpan().StartLinePosition.Line} {problem.Id} {problem.GetMessage(CultureInfo.InvariantCulture)}")
            .Should().BeEmpty();
    }

    [TestCaseSource(nameof(Snippets))]
    public void No_snippet_is_excused(Snippet snippet) => snippet.Note.Should().BeEmpty("all C# in the documentation is compiled");

    [Test]
    public void The_documentation_has_snippets() => Snippets.Should().NotBeEmpty();
}
