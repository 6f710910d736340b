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

    private static readonly Lazy<SyntaxTree> Context = new(() =>
    {
        using var stream = typeof(SnippetCompiler).Assembly.GetManifestResourceStream("SnippetContext.cs")!;
        return CSharpSyntaxTree.ParseText(new StreamReader(stream).ReadToEnd(), Language, "SnippetContext.cs");
    });

    public static CSharpCompilation Compile(Snippet snippet)
    {
        var tree = CSharpSyntaxTree.ParseText(snippet.Code, Language, snippet.File);
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        return CSharpCompilation.Create(
            "Snippet",
            [tree, Context.Value],
            [.. References.Platform, .. References.Own],
            new(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Loads a block, to be run.</summary>
    public static Assembly Load(Snippet snippet)
    {
        using var stream = new MemoryStream();
        Compile(snippet).Emit(stream).Success.Should().BeTrue("{0} should compile", snippet);
        return Assembly.Load(stream.ToArray());
    }
}
