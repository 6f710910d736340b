using System.Reflection;
using CoinMoebius.Conventions.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoinMoebius.Conventions.Docs;

/// <summary>Compiles a block as a reader would. <c>SnippetContext.cs</c> says what it may take as given.</summary>
internal static class SnippetCompiler
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    // Each block is added to this one compilation, which has read the references.
    private static readonly Lazy<CSharpCompilation> Given = new(() =>
    {
        using var stream = typeof(SnippetCompiler).Assembly.GetManifestResourceStream("SnippetContext.cs")!;
        var context = CSharpSyntaxTree.ParseText(new StreamReader(stream).ReadToEnd(), Language, "SnippetContext.cs");
        return CSharpCompilation.Create(
            "Snippet",
            [context],
            [.. References.Platform, .. References.Own],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    });

    public static CSharpCompilation Compile(Snippet snippet)
    {
        var tree = CSharpSyntaxTree.ParseText(snippet.Code, Language, snippet.File);
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        var given = Given.Value;
        return given.AddSyntaxTrees(tree).WithOptions(
            given.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>Loads a block, to be run.</summary>
    public static Assembly Load(Snippet snippet)
    {
        using var stream = new MemoryStream();
        Compile(snippet).Emit(stream).Success.Should().BeTrue("{0} should compile", snippet);
        return Assembly.Load(stream.ToArray());
    }
}
